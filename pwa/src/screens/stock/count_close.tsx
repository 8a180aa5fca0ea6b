/** Closing a count: what was counted beside what the books say, each difference with its reason (PART-1). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import type { Id, Json } from '../../rules/wire'
import { keepDraft } from '../../store/drafts'
import type { PartOnShelf } from '../../store/stock_room'
import { CountDifferences, type CountReason } from '../count_differences'
import { useSaving } from '../visit/saving'
import { papersOf, type TypedCount } from './counted'
import { StoreFrame } from './frame'

const w = words({
  title: ['合上盘点', 'Close the count'],
  agree: ['账和货架对上了', 'Books and shelf agree'],
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
  const counted = typed.lines.flatMap((line) => {
    const part = parts.get(line.part_id)?.part
    return part ? [{ ...line, part }] : []
  })
  const same = typed.lines.every((line) => line.counted === line.expected)
  const record = () =>
    save(async () => {
      const lines = typed.lines.map((line) => ({
        ...line,
        reason: line.counted === line.expected ? null : (reasons[line.part_id] ?? 'unknown'),
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
        <CountDifferences
          lines={counted}
          agree={w.agree()}
          left={left.length}
          reasons={reasons}
          onReason={(part_id, reason) => setReasons({ ...reasons, [part_id]: reason })}
        />
        <Field label={w.note()} value={note} lines={2} onInput={setNote} />
        <div class="act">
          <Button kind="main" icon="check" onTap={record}>
            {same ? w.recordSame() : w.record()}
          </Button>
        </div>
      </div>
    </StoreFrame>
  )
}
