/** What the figures, their periods and what waits for a person are called. */
import { language, words } from '../../parts/words'
import { type FigureName, lastDay, type Period, quarterOf, type Span, weekNumber } from '../../rules/figures'
import { kindName } from '../office/discrepancy_words'
import { shortDay } from '../office/words'

type Said = readonly [zh: string, en: string]

const NAMES: Record<FigureName, Said> = {
  on_time: ['及时', 'On time'],
  satisfied: ['满意', 'Satisfied'],
  complaints: ['服务引起的投诉', 'Complaints by service'],
  first_time: ['一次修好', 'Fixed first time'],
  old_parts_back: ['旧件按时回', 'Old parts back in time'],
  stock_agrees: ['账物一致', 'Stock agrees'],
  repeat_faults: ['重复故障', 'Repeat faults'],
  unsigned: ['没签字的报告', 'Reports without signature'],
  supplier_recovery: ['供应商追回', 'Recovered from suppliers'],
}

/** What one case of the figure is, so that a share says of what. */
const CASES: Record<FigureName, readonly [zh: (of: number) => string, en: (of: number) => string]> = {
  on_time: [(of) => `${of} 个任务`, (of) => `${of} jobs`],
  satisfied: [(of) => `${of} 次评价`, (of) => `${of} ratings`],
  complaints: [(of) => `${of} 次服务`, (of) => `${of} services`],
  first_time: [(of) => `${of} 个任务`, (of) => `${of} jobs`],
  old_parts_back: [(of) => `到期 ${of} 件`, (of) => `${of} due`],
  stock_agrees: [(of) => `盘了 ${of} 种`, (of) => `${of} counted`],
  repeat_faults: [(of) => `${of} 个任务`, (of) => `${of} jobs`],
  unsigned: [(of) => `${of} 份报告`, (of) => `${of} reports`],
  supplier_recovery: [(of) => `${of} 件索赔`, (of) => `${of} claims`],
}

const REPORTS: Record<string, Said> = {
  report_unsigned: ['没签字的报告', 'Report without signature'],
  report_signed: ['报告等审批', 'Report to approve'],
}

const w = words({
  week: [
    (week: number, from: string, to: string) => `第 ${week} 周 · ${from}–${to}`,
    (week: number, from: string, to: string) => `Week ${week} · ${from} – ${to}`,
  ],
  quarter: [
    (year: string, quarter: number) => `${year} 年 ${quarter} 季度`,
    (year: string, quarter: number) => `Q${quarter} ${year}`,
  ],
  year: [(year: string) => `${year} 年`, (year: string) => year],
})

const place = () => (language.value === 'zh' ? 0 : 1)

export const figureName = (name: FigureName): string => NAMES[name][place()]
export const casesOf = (name: FigureName, of: number): string => CASES[name][place()](of)
export const waitingName = (kind: string): string => REPORTS[kind]?.[place()] ?? kindName(kind)

/** What a period is called: `第 47 周 · 11月16日–11月22日`, `Q4 2026`, `2026`. */
export function periodName(span: Span, period: Period): string {
  const year = period.begins.slice(0, 4)
  if (span === 'quarter') return w.quarter(year, quarterOf(period))
  if (span === 'year') return w.year(year)
  return w.week(weekNumber(period.begins).week, shortDay(period.begins), shortDay(lastDay(period)))
}
