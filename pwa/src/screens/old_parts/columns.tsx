/** The columns of the list of old parts, on the screen and in a saved file. */
import type { Column } from '../../parts/list'
import { Plate } from '../../parts/sheet'
import { spacedTag } from '../../parts/tag'
import { TagStrip } from '../../parts/tag_strip'
import { Tagline } from '../../parts/tagline'
import { calendarDay } from '../../parts/times'
import { words } from '../../parts/words'
import { daysLate } from '../../store/old_parts'
import type { ListedPart } from './listed'
import { conditionName, mismatchName, stateIcon, stateName } from './words'

const w = words({
  part: ['旧件', 'Old part'],
  partNo: ['件号', 'Part number'],
  tag: ['标签', 'Tag'],
  plate: ['车牌', 'Plate'],
  job: ['任务', 'Job'],
  customer: ['用户', 'Customer'],
  state: ['状态', 'State'],
  holder: ['在谁手里', 'Held by'],
  technician: ['谁拆的', 'Removed by'],
  due: ['应回', 'Due'],
  late: ['晚几天', 'Days late'],
  serial: ['编号', 'Serial'],
  shelf: ['货位', 'Shelf'],
  condition: ['外观', 'Condition'],
  mismatch: ['哪里不对', 'Mismatch'],
  unknown: ['没在等的旧件', 'Not expected'],
  lateBy: [(days: number) => `晚 ${days} 天`, (days: number) => (days === 1 ? '1 day late' : `${days} days late`)],
})

export function columnsAt(now: Date): Column<ListedPart>[] {
  const late = ({ part }: ListedPart) => (part.received_at === null ? Math.max(0, daysLate(part, now)) : 0)
  return [
    { name: w.part(), place: 'title', value: nameOf, width: 'minmax(9rem, 1.4fr)' },
    {
      ...{ name: w.tag(), place: 'side', width: '9rem' },
      value: ({ part }) => part.tag && spacedTag(part.tag),
      cell: ({ part }) => part.tag && <TagStrip tag={part.tag} />,
    },
    {
      ...{ name: w.plate(), place: 'second', width: '7.5rem' },
      value: ({ part }) => part.plate,
      cell: ({ part }) => part.plate && <Plate>{part.plate}</Plate>,
    },
    { name: w.holder(), place: 'second', value: ({ holder }) => holder, width: 'minmax(8rem, 1.2fr)' },
    {
      ...{ name: w.state(), place: 'side', width: 'minmax(10rem, 1fr)' },
      value: ({ part }) => stateName(part.state),
      cell: (row) =>
        late(row) > 0 ? (
          <Tagline kind="no" icon="clock">
            {w.lateBy(late(row))}
          </Tagline>
        ) : (
          <Tagline icon={stateIcon(row.part.state)}>{stateName(row.part.state)}</Tagline>
        ),
    },
    {
      ...{ name: w.due(), place: 'wide', width: '7rem' },
      value: ({ part }) => part.due_on,
      cell: ({ part }) => part.received_at === null && part.due_on && calendarDay(part.due_on),
    },
    { name: w.late(), place: 'file', value: late, number: true },
    { name: w.technician(), place: 'file', value: ({ remover }) => remover },
    { name: w.partNo(), place: 'file', value: ({ part }) => part.part_no },
    { name: w.job(), place: 'file', value: ({ part }) => part.job_number },
    { name: w.customer(), place: 'file', value: ({ part }) => part.customer_name },
    { name: w.serial(), place: 'file', value: ({ part }) => part.serial },
    { name: w.shelf(), place: 'file', value: ({ part }) => part.shelf },
    { name: w.condition(), place: 'file', value: ({ part }) => part.condition && conditionName(part.condition) },
    { name: w.mismatch(), place: 'file', value: ({ part }) => part.mismatch && mismatchName(part.mismatch) },
  ]
}

const nameOf = ({ part }: ListedPart): string => part.part_name ?? w.unknown()
