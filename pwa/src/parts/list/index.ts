/** The list and the types of its props. */
export type { Choice, Column, Filter, Value } from './column'
export { List, type ListProps } from './list'
