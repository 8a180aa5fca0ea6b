/** Why a line of a table stays out, and what to do about it. */
import { words } from '../../parts/words'
import type { Preview } from '../../sync/imports'

const w = words({
  missing_column: ['表头里没有这一列。加上，或者改成这个名字。', 'The head lacks this column. Add it, or rename one.'],
  needed: ['这里不能空。', 'This must not be empty.'],
  twice: [
    (value: string, line: number | null) => `“${value}”在第 ${line} 行已经有了。留一行。`,
    (value: string, line: number | null) => `“${value}” stands on line ${line} already. Keep one of them.`,
  ],
  several_in_books: [
    (value: string, count: number | null) => `资料里有 ${count} 个“${value}”，分不清改哪个。`,
    (value: string, count: number | null) => `The books have ${count} of “${value}”; which one is meant is not clear.`,
  ],
  unknown_customer: [
    (value: string) => `没有叫“${value}”的客户。先导客户，或改成资料里的名字。`,
    (value: string) => `There is no customer “${value}”. Take in customers first, or write the name as it is known.`,
  ],
  which_station: [
    (value: string) => `几个站都有“${value}”，写上服务站。`,
    (value: string) => `Several stations have “${value}”. Write the station.`,
  ],
  unknown_station: [
    (value: string) => `没有服务站“${value}”。写代号或名称。`,
    (value: string) => `There is no station “${value}”. Write its code or name.`,
  ],
  other_station: [
    '属于别的服务站，由那个站的主管或总部改。',
    'Belongs to another station: its manager or the head office may change it.',
  ],
  not_yes_or_no: [(value: string) => `“${value}”：写是或否。`, (value: string) => `“${value}”: write yes or no.`],
  not_a_number: [(value: string) => `“${value}”：写整数。`, (value: string) => `“${value}”: write a whole number.`],
  not_money: [
    (value: string) => `“${value}”：写金额，如 2860.00。`,
    (value: string) => `“${value}”: write an amount such as 2860.00.`,
  ],
  too_many_decimals: [
    (value: string) => `“${value}”：最多两位小数。`,
    (value: string) => `“${value}”: at most two decimals.`,
  ],
  not_a_day: [
    (value: string) => `“${value}”：写日期，如 2026-11-19。`,
    (value: string) => `“${value}”: write a day such as 2026-11-19.`,
  ],
  not_one_of: [
    (value: string) => `“${value}”不是可选的值。照导出的表写。`,
    (value: string) => `“${value}” is none of the choices. Write it as the table that is given out does.`,
  ],
  too_long: [
    (value: string, most: number | null) => `“${value}”太长，最多 ${most} 个字。`,
    (value: string, most: number | null) => `“${value}” is too long: at most ${most} letters.`,
  ],
  does_not_fit: [
    (value: string) => `“${value}”放不进这一列。`,
    (value: string) => `“${value}” does not fit this column.`,
  ],
  merged_cells: ['有合并的单元格。拆开，每格都填上。', 'Cells are merged. Unmerge them and fill in each.'],
  formula_without_value: [
    '公式没有算出的值。复制，选择性粘贴为数值。',
    'A formula has no value. Copy it and paste as values.',
  ],
})

type Fault = Preview['faults'][number]
type Reason = (value: string, also: number | null) => string

/** A reason that this version of the app does not know shows its code. */
export function faultSaid({ code, value, also }: Fault): string {
  const reason: Reason | undefined = code in w ? (w[code as keyof typeof w] as Reason) : undefined
  return reason?.(value, also ?? null) ?? code
}
