/** One requisition in the hand: what is owed, scanned or typed piece by piece, then given to the technician. */
import { useMemo } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { go } from '../../parts/route'
import { SyncChip } from '../../parts/sync_chip'
import { dayAndClock } from '../../parts/times'
import { say } from '../../parts/toast'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import { holdOf } from '../../rules/batch_holds'
import { uuid7 } from '../../rules/ids'
import type { BatchHold, Requisition } from '../../rules/wire'
import { cardState } from '../../store/card'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { openHolds, type PartOnShelf, partsAt, type RequisitionSeen } from '../../store/stock_room'
import { partName } from '../part_name'
import { useSaving } from '../visit/saving'
import { LineRow } from './line_row'
import { ScanLines, ScannedRows } from './scanned_lines'
import { handedLines, newLine, type TypedLine } from './typed_lines'

const w = words({
  of: [(who: string) => `给${who}`, (who: string) => `For ${who}`],
  somebody: ['技术员', 'the technician'],
  asked: [(at: string) => `${at} 要的`, (at: string) => `asked ${at}`],
  job: [(number: string) => `任务 ${number}`, (number: string) => `job ${number}`],
  owed: [(owed: number) => `要 ${owed}`, (owed: number) => `owed ${owed}`],
  notAsked: ['没要过', 'not asked for'],
  lines: ['领料单的备件', 'Parts of the requisition'],
  hand: [(count: number) => `发出 ${count} 件`, (count: number) => `Hand over ${count}`],
  handNone: ['发出', 'Hand over'],
  fill: ['全部照批的发', 'All as approved'],
  none: ['先扫要发的备件，或者按“全部照批的发”。', 'Scan what you hand over, or take all as approved.'],
  rest: [(count: number) => `还差 ${count} 件，以后再发`, (count: number) => `${count} more stay owed`],
  over: ['比批的多。发了照实记，主管会看到。', 'More than approved. It is recorded, and the manager sees it.'],
  short: ['账上不够。照实记，主管来对账。', 'The books have fewer. It is recorded, and a manager settles it.'],
  heldTitle: [(name: string) => `${name}停用了，别发`, (name: string) => `${name} is on hold. Do not issue it.`],
  heldWhy: [
    (reason: string) => `原因：${reason}。已经拿走了就照实记。`,
    (reason: string) => `Reason: ${reason}. If it is gone already, record it.`,
  ],
  heldPart: ['整个件停用', 'the whole part is on hold'],
  notApproved: ['主管还没批', 'No manager has approved it yet'],
  notApprovedWhat: [
    '先别发。急着拿走的照实记，批了就对上。',
    'Wait if you can. What is taken all the same is recorded and settled by the approval.',
  ],
  close: ['剩下的不发了', 'Nothing more will come'],
  closed: ['领料单关了', 'The requisition is closed'],
  done: [
    (count: number, who: string) => `发了 ${count} 件给${who}`,
    (count: number, who: string) => `${count} handed to ${who}`,
  ],
})

interface Typed {
  lines: TypedLine[]
}

const EMPTY: Typed = { lines: [] }

export function IssueForm({ seen: { row, technician } }: { seen: RequisitionSeen }) {
  const key = `issue:${row.id}`
  const [{ lines }, type] = useDraft<Typed>(key, EMPTY)
  const location = `store:${row.station_id}`
  const ids = useMemo(() => [...new Set([...row.lines, ...lines].map((line) => line.part_id))], [row, lines])
  const shelves = useLive(() => partsAt(location, ids), [location, ids.join()])
  const holds = useLive(openHolds) ?? []
  const truth = cardState([row.id])
  const who = technician?.name ?? w.somebody()
  const typed = (part_id: string) => lines.filter((line) => line.part_id === part_id)
  const count = lines.reduce((sum, line) => sum + line.quantity, 0)
  const set = (next: TypedLine[]) => type({ lines: next })
  const [, save] = useSaving()

  const hand = () =>
    save(async () => {
      const { id: requisition_id, station_id, technician_id } = row
      const body = { requisition_id, issue_id: uuid7(), station_id, technician_id, lines: handedLines(lines) }
      await mutate('requisition.issue', body, { draft: key })
      say(w.done(count, who))
      go('/stock/issue')
    })
  const close = () =>
    save(async () => {
      await mutate('requisition.close', { requisition_id: row.id }, { draft: key })
      say(w.closed())
      go('/stock/issue')
    })
  if (shelves === undefined) return null
  const unasked = lines.filter((line) => row.lines.every(({ part_id }) => part_id !== line.part_id))
  return (
    <div class="sheet inhand came">
      <div class="row between">
        <p class="key">{w.of(who)}</p>
        <SyncChip state={truth.state} at={truth.at} />
      </div>
      <p class="meta">
        {[row.number, w.asked(dayAndClock(row.asked_at)), row.job_number && w.job(row.job_number), row.note]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {row.state === 'asked' && (
        <Verdict kind="doubt" title={w.notApproved()}>
          {w.notApprovedWhat()}
        </Verdict>
      )}
      <ScanLines lines={lines} onLines={set} />
      <Held
        lines={row.lines.map(({ part_id }) => ({ part_id, batch: '' }))}
        also={lines}
        shelves={shelves}
        holds={holds}
      />
      <ul class="list lines" aria-label={w.lines()}>
        {row.lines.map((asked) => (
          <Asked
            key={asked.part_id}
            asked={asked}
            typed={typed(asked.part_id)}
            shelf={shelves.get(asked.part_id)}
            holds={holds}
            onType={(line, changed) => {
              const known = lines.includes(line)
              const next = { ...line, ...changed }
              set(known ? lines.map((one) => (one === line ? next : one)) : [...lines, next])
            }}
          />
        ))}
        <ScannedRows
          lines={unasked}
          all={lines}
          shelves={shelves}
          withBooks
          aside={<span class="warn">{w.notAsked()}</span>}
          onLines={set}
        />
      </ul>
      <Doubts row={row} lines={lines} shelves={shelves} />
      <div class="act">
        <Button kind="main" icon="check" off={count === 0} onTap={hand}>
          {count === 0 ? w.handNone() : w.hand(count)}
        </Button>
        <Button onTap={() => set(asApproved(row, lines))}>{w.fill()}</Button>
        <Button kind="plain" onTap={close}>
          {w.close()}
        </Button>
      </div>
      {count === 0 && <p class="meta">{w.none()}</p>}
    </div>
  )
}

function Asked({
  asked,
  typed,
  shelf,
  holds,
  onType,
}: {
  asked: Requisition['lines'][number]
  typed: readonly TypedLine[]
  shelf: PartOnShelf | undefined
  holds: readonly BatchHold[]
  onType: (line: TypedLine, changed: Partial<TypedLine>) => void
}) {
  if (shelf === undefined) return null
  const shown = typed.length > 0 ? typed : [newLine(asked.part_id, 0)]
  return (
    <>
      {shown.map((line) => (
        <LineRow
          key={asked.part_id}
          shelf={shelf}
          line={line}
          holds={holds}
          withBooks
          aside={<b>· {w.owed(owedOf(asked))}</b>}
          onChange={(changed) => onType(line, changed)}
        />
      ))}
    </>
  )
}

/** A part or batch on hold is said before anybody hands it over (PART-9). */
function Held({
  lines,
  also,
  shelves,
  holds,
}: {
  lines: readonly { part_id: string; batch: string }[]
  also: readonly TypedLine[]
  shelves: ReadonlyMap<string, PartOnShelf>
  holds: readonly BatchHold[]
}) {
  const found = new Map<string, string>()
  for (const { part_id, batch } of [...lines, ...also]) {
    const shelf = shelves.get(part_id)
    const hold = holdOf(holds, part_id, batch.trim() === '' ? null : batch.trim())
    if (shelf && (shelf.part.on_hold || hold)) found.set(partName(shelf.part), hold?.reason ?? w.heldPart())
  }
  return (
    <>
      {[...found].map(([name, reason]) => (
        <Verdict key={name} kind="no" title={w.heldTitle(name)}>
          {w.heldWhy(reason)}
        </Verdict>
      ))}
    </>
  )
}

function Doubts({
  row,
  lines,
  shelves,
}: {
  row: Requisition
  lines: readonly TypedLine[]
  shelves: ReadonlyMap<string, PartOnShelf>
}) {
  const handed = new Map<string, number>()
  for (const { part_id, quantity } of lines) handed.set(part_id, (handed.get(part_id) ?? 0) + quantity)
  const owed = new Map(row.lines.map((line) => [line.part_id, owedOf(line)]))
  const over = row.decided_at !== null && [...handed].some(([id, quantity]) => quantity > (owed.get(id) ?? 0))
  const short = [...handed].some(([id, quantity]) => quantity > (shelves.get(id)?.quantity ?? 0))
  const rest = [...owed].reduce((sum, [id, quantity]) => sum + Math.max(0, quantity - (handed.get(id) ?? 0)), 0)
  return (
    <div role="status">
      {over && <p class="warn">{w.over()}</p>}
      {short && <p class="warn">{w.short()}</p>}
      {handed.size > 0 && rest > 0 && <p class="meta">{w.rest(rest)}</p>}
    </div>
  )
}

const owedOf = ({ approved, asked, issued }: Requisition['lines'][number]): number =>
  Math.max(0, (approved ?? asked) - issued)

function asApproved(row: Requisition, lines: readonly TypedLine[]): TypedLine[] {
  return row.lines
    .map((line) => {
      const known = lines.find(({ part_id }) => part_id === line.part_id)
      return { ...(known ?? newLine(line.part_id)), quantity: owedOf(line) }
    })
    .filter(({ quantity }) => quantity > 0)
}
