/** What every list says. */
import { words } from '../words'

export const w = words({
  search: ['查找', 'Search'],
  clearSearch: ['清掉查找', 'Clear the search'],
  all: ['全部', 'All'],
  shown: [(n: number) => `${n} 行`, (n: number) => (n === 1 ? '1 line' : `${n} lines`)],
  shownOf: [(n: number, of: number) => `${of} 行中的 ${n} 行`, (n: number, of: number) => `${n} of ${of} lines`],
  noMatch: ['没有对得上的', 'Nothing matches'],
  noMatchWhat: ['换几个字，或者放开上面的筛选。', 'Try other letters, or let go of a filter above.'],
  letGo: ['全部放开', 'Show all again'],
  csv: ['导出 CSV', 'Export CSV'],
  xlsx: ['导出 XLSX', 'Export XLSX'],
  saved: [(n: number) => `已导出 ${n} 行`, (n: number) => `${n} lines exported`],
  notSaved: ['没导出来。再试一次，或者换 CSV', 'Not exported. Try again, or use CSV.'],
  choose: [(row: string) => `选中 ${row}`, (row: string) => `Select ${row}`],
  chooseAll: [(n: number) => `全选 ${n} 行`, (n: number) => `Select all ${n}`],
  chosen: [(n: number) => `选了 ${n} 行`, (n: number) => `${n} selected`],
  letChosenGo: ['不选了', 'Clear selection'],
  withChosen: ['对选中的', 'With what is selected'],
  keys: ['上下键换行，空格选中，回车打开，斜杠查找', 'Arrow keys move, space selects, Enter opens, slash searches'],
})
