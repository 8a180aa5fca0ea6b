/** One old part on its way back: its tag, where it came from, by when it is due, and what can be said about it (OLD-4). */
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { go, type ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Kv, Plate } from '../../parts/sheet'
import { Tag } from '../../parts/tag'
import { calendarDay, daysBetween, localDay } from '../../parts/times'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import { newHandOverCode } from '../../rules/hand_over_code'
import { holderId } from '../../store/db'
import { keepDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { daysLate } from '../../store/old_parts'
import { type OldPartBack, oldPartBack } from '../../store/way_back'
import { CardChip } from '../card_chip'
import { useSaving } from '../visit/saving'
import { HangTag } from '../visit/swap_tag'
import { Lost } from './lost'
import { MoreTime } from './more_time'
import { GIVE_DRAFT } from './typed_give'
import './parts.css'

const w = words({
  bar: ['旧件', 'Old part'],
  gone: ['这件旧件不在这台设备上', 'This old part is not on this device'],
  goneWhat: ['可能已经收好、归档了。', 'It may have come home and been filed.'],
  late: [(n: number) => `晚了 ${n} 天`, (n: number) => (n === 1 ? '1 day late' : `${n} days late`)],
  lateWhat: ['带回，还是说明原因？', 'Bring it, or say why.'],
  off: ['拆下', 'Came off'],
  age: ['在外', 'Out for'],
  days: [(n: number) => `${n} 天`, (n: number) => (n === 1 ? '1 day' : `${n} days`)],
  due: ['最迟交回', 'Due back'],
  serial: ['序列号', 'Serial'],
  holder: ['在谁手里', 'Held by'],
  you: ['你', 'you'],
  courier: ['快递', 'a courier'],
  received: ['仓库收到了', 'The store has it'],
  receivedWhat: [(at: string) => `${at} 签收`, (at: string) => `taken in ${at}`],
  missing: ['报了找不到', 'Reported lost'],
  missingWhat: ['找到了就直接带回仓库，收下就算找到。', 'If it turns up, bring it: taking it in ends the search.'],
  waived: ['主管免交', 'The manager does without it'],
  deducted: ['按丢失扣款', 'Deducted as lost'],
  job: ['看这个任务', 'Open its job'],
  box: ['看这个箱子', 'Open its boxes'],
  give: ['交给别人', 'Hand it over'],
})

const AWAY = new Set(['received', 'inspected', 'stored', 'disposed', 'matched', 'not_removed'])

export default function OldPartScreen({ params }: ScreenProps) {
  const id = params.id as string
  const known = useLive(() => oldPartBack(id), [id])
  if (known === undefined) return <main tabIndex={-1} aria-busy="true" />
  if (known === null) {
    return (
      <Screen head={<Bar title={w.bar()} back="/parts" />}>
        <Empty icon="tag" title={w.gone()}>
          {w.goneWhat()}
        </Empty>
      </Screen>
    )
  }
  return <Known {...known} />
}

function Known(known: OldPartBack) {
  const { part, manifest } = known
  const isOut = !AWAY.has(part.state)
  const isMine = part.holder_id === holderId() && isOut
  const [busy, save] = useSaving()
  const give = () =>
    save(async () => {
      await keepDraft(GIVE_DRAFT, { taker_id: '', ids: [part.id], code: newHandOverCode() })
      go('/parts/give')
    })
  return (
    <Screen
      head={
        <Bar
          title={part.part_name ?? w.bar()}
          meta={
            <>
              {part.plate && <Plate>{part.plate}</Plate>} <span class="mono">{part.part_no}</span>
            </>
          }
          back="/parts"
          chip={<CardChip ids={[part.id]} />}
        />
      }
      dock={
        isMine && (
          <Button kind="main" wide icon="arrows-left-right" off={busy} onTap={give}>
            {w.give()}
          </Button>
        )
      }
    >
      <div class="sides">
        <div class="form">
          {part.tag ? (
            <Tag tag={part.tag}>
              <b>{part.part_name}</b> <span class="nowrap">{part.part_no}</span>
              {part.plate && (
                <>
                  <br />
                  <Plate>{part.plate}</Plate> {part.customer_name}
                </>
              )}
            </Tag>
          ) : (
            isMine && <HangTag old_part_id={part.id} />
          )}
          <Standing {...known} />
          <Facts {...known} />
          <div class="act">
            {part.job_id && (
              <Button icon="clipboard-text" href={`/job/${part.job_id}`}>
                {w.job()}
              </Button>
            )}
            {manifest && isOut && (
              <Button icon="package" href={`/parts/boxes/${manifest.id}`}>
                {w.box()}
              </Button>
            )}
          </div>
        </div>
        {isOut && (
          <div class="form">
            {part.due_on !== null && <MoreTime part={part} extensions={known.extensions} />}
            {part.state !== 'missing' && <Lost part={part} />}
          </div>
        )}
      </div>
    </Screen>
  )
}

function Standing({ part, losses, waiver }: OldPartBack) {
  const late = daysLate(part, new Date())
  if (part.received_at !== null) {
    return (
      <Verdict kind="ok" icon="check" title={w.received()}>
        {w.receivedWhat(localDay(part.received_at))}
      </Verdict>
    )
  }
  if (waiver !== null) {
    return (
      <Verdict kind="flat" icon="stamp" title={w.waived()}>
        {[waiver.deducted_from !== null && w.deducted(), waiver.note].filter(Boolean).join(' · ')}
      </Verdict>
    )
  }
  if (part.state === 'missing') {
    return (
      <Verdict kind="no" icon="warning" title={w.missing()}>
        {[losses.at(-1)?.note, w.missingWhat()].filter(Boolean).join(' ')}
      </Verdict>
    )
  }
  if (late > 0) {
    return (
      <Verdict kind="no" icon="clock" title={w.late(late)}>
        {w.lateWhat()}
      </Verdict>
    )
  }
  return null
}

function Facts({ part, holder }: OldPartBack) {
  const held =
    part.holder_kind === 'courier' ? w.courier() : part.holder_id === holderId() ? w.you() : (holder?.name ?? '')
  const pairs: [string, string][] = [[w.holder(), held]]
  if (part.removed_at) {
    pairs.push([w.off(), localDay(part.removed_at)])
    pairs.push([w.age(), w.days(daysBetween(Date.parse(part.removed_at), Date.now()))])
  }
  if (part.due_on) pairs.push([w.due(), calendarDay(part.due_on)])
  if (part.serial) pairs.push([w.serial(), part.serial])
  return (
    <div class="sheet">
      <Kv pairs={pairs} />
    </div>
  )
}
