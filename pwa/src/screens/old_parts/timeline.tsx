/** The chain of custody as people read it: who gave, who took, when, and what was said (OLD-2). */
import { Icon, type IconName } from '../../parts/icon'
import { spacedTag } from '../../parts/tag'
import { dayAndClock } from '../../parts/times'
import { words } from '../../parts/words'
import { chainOf, type Step, type StepKind } from '../../rules/custody_chain'
import type { DeductionReason } from '../../rules/old_part_presets'
import type { WholeOldPart } from '../../store/custody'
import { shortDay } from '../office/words'
import { reasonName } from './words'

const w = words({
  title: ['从谁手里到谁手里', 'From hand to hand'],
  removed: [(_: string, to: string) => `${to}拆下`, (_: string, to: string) => `${to} took it off the unit`],
  handed_over: [
    (from: string, to: string) => `${from}交给${to}`,
    (from: string, to: string) => `${from} gave it to ${to}`,
  ],
  half_told: [
    (from: string, to: string) => `${from}交给${to}，只有一方说了`,
    (from: string, to: string) => `${from} to ${to}: only one of them has said so`,
  ],
  contradicted: [
    (from: string, to: string) => `${from}交给${to}，两边说的不一样`,
    (from: string, to: string) => `${from} to ${to}: they say different things`,
  ],
  packed: [(from: string) => `${from}装箱`, (from: string) => `${from} packed it`],
  shipped: [(from: string) => `${from}寄出`, (from: string) => `${from} sent it off`],
  not_in_box: [
    (_: string, to: string) => `${to}点箱，没有这件`,
    (_: string, to: string) => `${to} did not find it in its box`,
  ],
  received: [(_: string, to: string) => `${to}签收`, (_: string, to: string) => `${to} signed it in`],
  inspected: [(_: string, to: string) => `${to}鉴定`, (_: string, to: string) => `${to} inspected it`],
  disposed: [(from: string) => `${from}处置`, (from: string) => `${from} disposed of it`],
  more_time_asked: [(from: string) => `${from}申请延期`, (from: string) => `${from} asked for more time`],
  more_time_granted: [(from: string) => `${from}同意延期`, (from: string) => `${from} gave more time`],
  more_time_refused: [(from: string) => `${from}没同意延期`, (from: string) => `${from} gave no more time`],
  waived: [(from: string) => `${from}免收旧件`, (from: string) => `${from} does without the old part`],
  somebody: ['不知道谁', 'somebody'],
  box: [(name: string) => `箱 ${name}`, (name: string) => `Box ${name}`],
  shelf: [(name: string) => `货位 ${name}`, (name: string) => `Shelf ${name}`],
  signed: [(name: string) => `${name}签字`, (name: string) => `Signed by ${name}`],
  until: [(day: string) => `到 ${day}`, (day: string) => `until ${day}`],
  passed: ['合格，不扣', 'Accepted'],
})

const ICONS: Record<StepKind, IconName> = {
  removed: 'wrench',
  handed_over: 'arrows-left-right',
  half_told: 'warning',
  contradicted: 'warning',
  packed: 'package',
  shipped: 'truck',
  not_in_box: 'warning',
  received: 'tray',
  inspected: 'magnifying-glass',
  disposed: 'check-circle',
  more_time_asked: 'clock',
  more_time_granted: 'clock',
  more_time_refused: 'clock',
  waived: 'stamp',
}
const ODD = new Set<StepKind>(['half_told', 'contradicted', 'not_in_box'])

export function Timeline({ file, reasons }: { file: WholeOldPart; reasons: readonly DeductionReason[] }) {
  const name = (id: string | null) => (id && file.people.get(id)?.name) || w.somebody()
  return (
    <section class="sheet" aria-label={w.title()}>
      <h2 class="cap">{w.title()}</h2>
      <ol class="chain">
        {chainOf(file).map((one) => (
          <li key={`${one.kind} ${one.at}`} class={ODD.has(one.kind) ? 'odd' : ''}>
            <Icon name={ICONS[one.kind]} />
            <b>{w[one.kind](name(one.from), name(one.to))}</b>
            <p class="meta">
              <time dateTime={one.at}>{dayAndClock(one.at)}</time> {saidIn(one, reasons)}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

function saidIn({ kind, said }: Step, reasons: readonly DeductionReason[]): string | null {
  if (kind === 'inspected') return said === null ? w.passed() : reasonName(reasons, said)
  if (said === null) return null
  if (kind === 'removed') return spacedTag(said)
  if (kind === 'packed') return w.box(said)
  if (kind === 'received') return w.shelf(said)
  if (kind === 'disposed') return w.signed(said)
  if (kind === 'more_time_asked' || kind === 'more_time_granted') return w.until(shortDay(said))
  return said
}
