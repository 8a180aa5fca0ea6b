/** Closing a count: what was counted beside what the books say, each difference with its reason (PART-1). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Field, Pick } from '../../parts/field'
import { Icon } from '../../parts/icon'
import { say } from '../../parts/toast'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import type { Id, Json } from '../../rules/wire'
import { keepDraft } from '../../store/drafts'
import type { PartOnShelf } from '../../store/stock_room'
import { partName } from '../part_name'
import { useSaving } from '../visit/saving'
import { type CountReason, papersOf, type TypedCount } from './counted'
import { StoreFrame } from './frame'

const REASONS = ['miscounted_before', 'not_booked', 'damaged', 'lost', 'found', 'unknown'] as const

const w = words({
  title: ['合上盘点', 'Close the count'],
  agree: ['账和货架对上了', 'Books and shelf agree'],
  agreeWhat: [(count: number) => `${count} 种都一样。`, (count: number) => `All ${count} are the same.`],
  differ: [
    (count: number) => `${count} 种有差`,
    (count: number) => (count === 1 ? '1 part differs' : `${count} parts differ`),
  ],
  differWhat: ['不一样的，选个原因；不放心就回去再数一遍。', 'Say why each differs, or go back and count again.'],
  books: ['账上', 'Books'],
  counted: ['数到', 'Counted'],
  less: [(count: number) => `少 ${count}`, (count: number) => `${count} missing`],
  more: [(count: number) => `多 ${count}`, (count: number) => `${count} too many`],
  reasonOf: [(name: string) => `${name}的原因`, (name: string) => `Reason for ${name}`],
  miscounted_before: ['上次数错', 'Miscounted before'],
  not_booked: ['有单没入账', 'Something was not booked'],
  damaged: ['坏了扔了', 'Damaged and thrown away'],
  lost: ['丢了', 'Lost'],
  found: ['找到了', 'Found'],
  unknown: ['不知道', 'Not known'],
  left: [
    (count: number) => `还有 ${count} 种没数，这次不动它们的账。`,
    (count: number) => `${count} were not counted; their books stay as they are.`,
  ],
  note: ['备注', 'Note'],
  record: ['记下差异，改账', 'Record it, book the differences'],
  recordSame: ['记下这次盘点', 'Record this count'],
  back: ['回去再数', 'Count again'],
  done: ['盘点记下了，账跟着货架走', 'Recorded: the books follow the shelf'],
})

interface Props {
  typed: TypedCount
  called: string
  parts: ReadonlyMap<Id, PartOnShelf>
  left: readonly Id[]
  onBack: () => void
  onRecorded: () => void
}

export function CountClose({ typed, called, parts, left, onBack, onRecorded }: Props) {
  const [reasons, setReasons] = useState<Record<Id, CountReason>>({})
  const [note, setNote] = useState('')
  const [, save] = useSaving()
  const different = typed.lines.filter(({ counted, expected }) => counted !== expected)
  const reasonOf = (part_id: Id): CountReason => reasons[part_id] ?? 'unknown'
  const record = () =>
    save(async () => {
      const lines = typed.lines.map((line) => ({
        ...line,
        reason: line.counted === line.expected ? null : reasonOf(line.part_id),
      }))
      const paper = { location: typed.location, note: note.trim() || null }
      const papers = papersOf(lines)
      for (const [index, some] of papers.entries()) {
        const last = index === papers.length - 1
        const body = { count_id: uuid7(), ...paper, lines: some }
        await mutate('count.record', body, last ? { draft: 'count' } : {})
        // What is recorded is no longer in the draft: a count that is broken off is never booked twice.
        if (!last) await keepDraft('count', { ...typed, lines: papers.slice(index + 1).flat() } as unknown as Json)
      }
      say(w.done())
      onRecorded()
    })
  return (
    <StoreFrame
      title={w.title()}
      meta={called}
      working
      aside={
        <Button wide icon="arrow-counter-clockwise" onTap={onBack}>
          {w.back()}
        </Button>
      }
    >
      <div class="sheet inhand">
        {different.length === 0 ? (
          <Verdict kind="ok" title={w.agree()}>
            {w.agreeWhat(typed.lines.length)}
          </Verdict>
        ) : (
          <Verdict kind="doubt" title={w.differ(different.length)}>
            {w.differWhat()}
          </Verdict>
        )}
        <ul class="list lines">
          {different.map(({ part_id, counted, expected }) => {
            const part = parts.get(part_id)?.part
            if (part === undefined) return null
            const by = counted - expected
            return (
              <li key={part_id} class="stockline">
                <div class="grow">
                  <b>{partName(part)}</b>
                  <span class="meta line mono">{part.part_no}</span>
                </div>
                <dl class="versus2">
                  <div>
                    <dt>{w.books()}</dt>
                    <dd>{expected}</dd>
                  </div>
                  <div class="site">
                    <dt>{w.counted()}</dt>
                    <dd>{counted}</dd>
                  </div>
                </dl>
                <b class="warn nowrap">
                  <Icon name="warning" size="s" /> {by < 0 ? w.less(-by) : w.more(by)}
                </b>
                <div class="rest">
                  <Pick
                    label={w.reasonOf(partName(part))}
                    value={reasonOf(part_id)}
                    options={REASONS.map((value) => ({ value, label: w[value]() }))}
                    onPick={(picked) => setReasons({ ...reasons, [part_id]: picked as CountReason })}
                  />
                </div>
              </li>
            )
          })}
        </ul>
        {left.length > 0 && <p class="meta">{w.left(left.length)}</p>}
        <Field label={w.note()} value={note} lines={2} onInput={setNote} />
        <div class="act">
          <Button kind="main" icon="check" onTap={record}>
            {different.length === 0 ? w.recordSame() : w.record()}
          </Button>
        </div>
      </div>
    </StoreFrame>
  )
}
