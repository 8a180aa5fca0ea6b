/** What was counted beside what the books say, and why they differ: in a van, and on the shelves (PART-1). */
import { Pick } from '../parts/field'
import { Icon } from '../parts/icon'
import { Verdict } from '../parts/verdict'
import { words } from '../parts/words'
import type { Bodies, Id, Part } from '../rules/wire'
import { partName } from './part_name'
import './count_differences.css'

export type CountReason = NonNullable<Bodies['count.record']['lines'][number]['reason']>

const REASONS: readonly CountReason[] = ['miscounted_before', 'not_booked', 'damaged', 'lost', 'found', 'unknown']

const w = words({
  agreeWhat: [(n: number) => `${n} 种都一样。`, (n: number) => `All ${n} are the same.`],
  differ: [(n: number) => `${n} 种有差`, (n: number) => (n === 1 ? '1 part differs' : `${n} parts differ`)],
  differWhat: ['选个原因；不放心就回去再数一遍。', 'Say why, or go back and count again.'],
  list: ['有差的备件', 'Parts that differ'],
  books: ['账上', 'Books'],
  counted: ['数到', 'Counted'],
  less: [(n: number) => `少 ${n}`, (n: number) => `${n} missing`],
  more: [(n: number) => `多 ${n}`, (n: number) => `${n} too many`],
  reasonOf: [(name: string) => `${name}的原因`, (name: string) => `Reason for ${name}`],
  miscounted_before: ['上次数错', 'Miscounted before'],
  not_booked: ['有单没入账', 'Something was not booked'],
  damaged: ['坏了扔了', 'Damaged and thrown away'],
  lost: ['丢了', 'Lost'],
  found: ['找到了', 'Found'],
  unknown: ['不知道', 'Not known'],
  left: [(n: number) => `没数的 ${n} 种，账不动。`, (n: number) => `${n} were not counted; their books stay.`],
})

export interface CountedPart {
  part: Part
  counted: number
  expected: number
}

interface Props {
  lines: readonly CountedPart[]
  /** What is said when nothing differs. */
  agree: string
  /** How many parts were not counted. */
  left: number
  reasons: Readonly<Record<Id, CountReason>>
  onReason: (part_id: Id, reason: CountReason) => void
}

export function CountDifferences({ lines, agree, left, reasons, onReason }: Props) {
  const different = lines.filter(({ counted, expected }) => counted !== expected)
  return (
    <>
      {different.length === 0 ? (
        <Verdict kind="ok" title={agree}>
          {w.agreeWhat(lines.length)}
        </Verdict>
      ) : (
        <Verdict kind="doubt" title={w.differ(different.length)}>
          {w.differWhat()}
        </Verdict>
      )}
      <ul class="sheet flush list differences" aria-label={w.list()} hidden={different.length === 0}>
        {different.map(({ part, counted, expected }) => (
          <li key={part.id}>
            <div class="grow">
              <b>{partName(part)}</b>
              <span class="meta mono">{part.part_no}</span>
            </div>
            <dl>
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
              <Icon name="warning" size="s" />{' '}
              {counted < expected ? w.less(expected - counted) : w.more(counted - expected)}
            </b>
            <Pick
              label={w.reasonOf(partName(part))}
              value={reasons[part.id] ?? 'unknown'}
              options={REASONS.map((value) => ({ value, label: w[value]() }))}
              onPick={(picked) => onReason(part.id, picked as CountReason)}
            />
          </li>
        ))}
      </ul>
      {left > 0 && <p class="meta">{w.left(left)}</p>}
    </>
  )
}
