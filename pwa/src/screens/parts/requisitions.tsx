/** The technician's own requisitions, the one that a message led to first: where each stands, what it waits for, and what a refusal said (PART-2). */
import { mutate } from '../../mutations/mutate'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import type { IconName } from '../../parts/icon'
import { go, type ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Tagline } from '../../parts/tagline'
import { dayAndClock } from '../../parts/times'
import { say } from '../../parts/toast'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Json, Requisition } from '../../rules/wire'
import { keepDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { personOf } from '../../store/people'
import { type OwnRequisition, ownRequisitions } from '../../store/van'
import { CardChip } from '../card_chip'
import { Line } from '../line'
import { partName, unitName } from '../part_name'
import { useSaving } from '../visit/saving'
import { askedAgain } from './typed_ask'
import './parts.css'

const w = words({
  title: ['你的领料单', 'Your requisitions'],
  ask: ['再领料', 'Ask for parts'],
  none: ['还没领过料', 'You have asked for nothing yet'],
  noneWhat: [
    '提了的领料单、等什么、发了多少，都在这里。',
    'What you ask for, what it waits for and what came stand here.',
  ],
  list: ['领料单', 'Requisitions'],
  unnumbered: ['领料单', 'Requisition'],
  asked: ['等主管批', 'waits for the manager'],
  approved: ['批了，等仓库发', 'approved, waits for the store'],
  partly: ['发了一部分，等仓库', 'partly issued'],
  issued: ['发齐了，在你车上', 'issued, in your van'],
  refused: ['没通过', 'not approved'],
  closed: ['不再发了', 'closed'],
  forVan: ['补车上的货', 'for the van'],
  job: [(number: string) => `任务 ${number}`, (number: string) => `job ${number}`],
  urgent: ['急用', 'urgent'],
  wants: [(n: number, unit: string) => `要 ${n} ${unit}`, (n: number, unit: string) => `asked ${n} ${unit}`],
  allowed: [(n: number) => `批 ${n}`, (n: number) => `approved ${n}`],
  came: [(n: number) => `发了 ${n}`, (n: number) => `issued ${n}`],
  unknown: ['目录里没有的件', 'A part that the catalogue lacks'],
  notApproved: [(who: string) => `这张领料单没通过：${who}`, (who: string) => `Not approved by ${who}`],
  somebody: ['主管', 'the manager'],
  change: ['改一改再发', 'Change and send again'],
  withdraw: ['不要了', 'Not needed any more'],
  withdrawn: ['领料单撤了', 'The requisition is closed'],
})

const LOOK: Record<Requisition['state'], { icon: IconName; kind?: 'ok' | 'doubt' | 'no' }> = {
  asked: { icon: 'clock' },
  approved: { icon: 'warehouse', kind: 'ok' },
  issued: { icon: 'check', kind: 'ok' },
  refused: { icon: 'hand-palm', kind: 'no' },
  closed: { icon: 'x' },
}

export default function Requisitions({ params: { id } }: ScreenProps) {
  const known = useLive(ownRequisitions)?.toSorted(
    (one, other) => Number(other.row.id === id) - Number(one.row.id === id),
  )
  return (
    <Screen
      head={<Bar title={w.title()} back="/parts" chip={<Line />} />}
      dock={
        <Button kind="main" wide icon="plus" href="/parts/ask">
          {w.ask()}
        </Button>
      }
    >
      {known?.length === 0 && (
        <Empty icon="clipboard-text" title={w.none()}>
          {w.noneWhat()}
        </Empty>
      )}
      <ul class="gap reqs" aria-label={w.list()} hidden={!known?.length}>
        {known?.map((one) => (
          <Card key={one.row.id} {...one} here={one.row.id === id} />
        ))}
      </ul>
    </Screen>
  )
}

function Card({ row, parts, here }: OwnRequisition & { here: boolean }) {
  const [busy, save] = useSaving()
  const partly = row.state === 'approved' && row.lines.some(({ issued }) => issued > 0)
  const withdraw = () =>
    save(async () => {
      await mutate('requisition.close', { requisition_id: row.id })
      say(w.withdrawn())
    })
  return (
    <li class="sheet" aria-current={here ? 'true' : undefined}>
      <div class="row between">
        <h2 class="lead">{row.number ?? w.unnumbered()}</h2>
        <Tagline {...LOOK[row.state]}>{partly ? w.partly() : w[row.state]()}</Tagline>
      </div>
      <p class="meta">
        {[
          dayAndClock(row.asked_at),
          row.job_number ? w.job(row.job_number) : w.forVan(),
          row.urgency === 'urgent' && w.urgent(),
          row.note,
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ul class="reqlines">
        {row.lines.map(({ part_id, asked, approved, issued }) => {
          const part = parts.get(part_id)
          return (
            <li key={part_id}>
              <span>{part ? partName(part) : w.unknown()}</span>
              <span class="meta">
                {[
                  w.wants(asked, part ? unitName(part, asked) : ''),
                  approved !== null && approved !== asked && w.allowed(approved),
                  issued > 0 && w.came(issued),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </li>
          )
        })}
      </ul>
      {row.state === 'refused' && <Refused row={row} />}
      <div class="row between foot">
        <CardChip ids={[row.id]} />
        {(row.state === 'asked' || row.state === 'approved') && (
          <Button kind="plain" size="mid" off={busy} onTap={withdraw}>
            {w.withdraw()}
          </Button>
        )}
      </div>
    </li>
  )
}

function Refused({ row }: { row: Requisition }) {
  const manager = useLive(() => personOf(row.decided_by), [row.decided_by])
  const [busy, save] = useSaving()
  const again = () =>
    save(async () => {
      await keepDraft('requisition', askedAgain(row) as unknown as Json)
      go('/parts/ask')
    })
  return (
    <div class="stack refusal">
      <Verdict kind="doubt" title={w.notApproved(manager?.name ?? w.somebody())}>
        {row.refusal}
      </Verdict>
      <Button wide icon="pencil-simple" off={busy} onTap={again}>
        {w.change()}
      </Button>
    </div>
  )
}
