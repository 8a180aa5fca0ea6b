/** The fields of each file: how each is typed, and what travels. */
import { minorShown, minorTyped } from '../../parts/money'
import type { FileName } from '../../rules/master_data'
import type { Json, Rows } from '../../rules/wire'
import { FAULT_CLASSES } from '../office/words'
import { KINDS } from './words'

type Kind = 'text' | 'money' | 'count' | 'day' | 'truth' | 'code' | 'roles' | 'customer' | 'station'

export interface FieldOf {
  name: string
  kind: Kind
  needed?: boolean
  /** Stands only on a new row; afterwards it is what the row is known by. */
  once?: boolean
  /** Stands only on a row that is there. */
  later?: boolean
  /** An empty one travels as null. */
  optional?: boolean
  codes?: readonly string[]
  longest?: number
}

const ROLES = ['technician', 'clerk', 'dispatcher', 'manager', 'quality', 'administrator']

const text = (name: string, longest: number, more: Partial<FieldOf> = {}): FieldOf => ({
  name,
  kind: 'text',
  longest,
  ...more,
})
const NAMED = [text('name', 120, { needed: true }), text('name_en', 120, { needed: true })]

export const FIELDS: Record<FileName, readonly FieldOf[]> = {
  customer: [
    text('name', 120, { needed: true }),
    { name: 'station_id', kind: 'station', needed: true, once: true },
    text('contact', 80),
    text('phone', 40),
    text('address', 240),
  ],
  equipment: [
    { name: 'station_id', kind: 'station', needed: true, once: true },
    { name: 'customer_id', kind: 'customer', needed: true },
    { name: 'kind', kind: 'code', codes: KINDS, needed: true },
    text('model', 120, { needed: true }),
    text('serial', 60, { needed: true }),
    text('plate', 24, { optional: true }),
    { name: 'delivered_on', kind: 'day', optional: true },
    { name: 'warranty_until', kind: 'day', optional: true },
    { name: 'warranty_km', kind: 'count', optional: true },
    { name: 'last_km', kind: 'count', optional: true, once: true },
    { name: 'last_h', kind: 'count', optional: true, once: true },
  ],
  part: [
    text('part_no', 40, { needed: true, once: true }),
    ...NAMED,
    text('unit', 12, { needed: true }),
    { name: 'list_price_minor', kind: 'money', needed: true },
    text('currency', 3, { needed: true }),
    { name: 'serialised', kind: 'truth' },
    { name: 'on_hold', kind: 'truth' },
  ],
  fault: [
    text('code', 24, { needed: true, once: true }),
    ...NAMED,
    { name: 'fault_class', kind: 'code', codes: FAULT_CLASSES, needed: true },
  ],
  station: [
    text('code', 8, { needed: true, once: true }),
    text('name', 100, { needed: true }),
    text('name_en', 100, { needed: true }),
    text('city', 100, { needed: true }),
    text('time_zone', 40, { optional: true }),
  ],
  person: [
    text('login', 64, { needed: true, once: true }),
    text('name', 100, { needed: true }),
    { name: 'station_id', kind: 'station', once: true, optional: true },
    text('phone', 40, { optional: true }),
    { name: 'language', kind: 'code', codes: ['zh', 'en'], needed: true, once: true },
    { name: 'active', kind: 'truth', later: true },
    { name: 'roles', kind: 'roles', codes: ROLES, needed: true },
  ],
}

/** Every value as it stands in its field. */
export type Typed = Record<string, string | boolean | string[]>

const NEW: Typed = { unit: '件', currency: 'CNY', language: 'zh' }

export function typedOf(file: FileName, row: Rows[FileName] | null): Typed {
  const stored = row as Record<string, unknown> | null
  return Object.fromEntries(
    FIELDS[file].map((field) => [field.name, stored === null ? empty(field) : shown(field, stored[field.name])]),
  )
}

const empty = (field: FieldOf) =>
  field.kind === 'truth' ? false : field.kind === 'roles' ? [] : (NEW[field.name] ?? '')

function shown({ kind }: FieldOf, value: unknown): string | boolean | string[] {
  if (kind === 'truth') return value === true
  if (kind === 'roles') return (value as string[] | undefined) ?? []
  if (value === null || value === undefined) return ''
  if (kind === 'money') return minorShown(value as number)
  return String(value)
}

export type Trouble = 'needed' | 'not_a_number' | 'not_money' | 'too_long'

/** What is wrong with a field as it is typed, if anything. */
export function troubleOf(field: FieldOf, typed: Typed): Trouble | null {
  const value = typed[field.name]
  if (Array.isArray(value)) return field.needed && value.length === 0 ? 'needed' : null
  if (typeof value !== 'string') return null
  const plain = value.trim()
  if (plain === '') return field.needed ? 'needed' : null
  if (field.kind === 'count' && !/^\d{1,9}$/.test(plain)) return 'not_a_number'
  if (field.kind === 'money' && minorTyped(plain) === null) return 'not_money'
  if (field.longest !== undefined && plain.length > field.longest) return 'too_long'
  return null
}

/** The value as it travels; only of a field without trouble. */
export function travels(field: FieldOf, typed: Typed): Json {
  const value = typed[field.name]
  if (typeof value !== 'string') return value ?? null
  const plain = value.trim()
  if (plain === '') return field.optional ? null : ''
  if (field.kind === 'count') return Number(plain)
  if (field.kind === 'money') return minorTyped(plain)
  return plain
}

/** The fields that stand on a new row, or on one that is there. */
export const fieldsOf = (file: FileName, isNew: boolean): FieldOf[] =>
  FIELDS[file].filter((field) => (isNew ? !field.later : !field.once))

/** Only what was changed, each with the value that it replaces. */
export function changesOf(file: FileName, row: Rows[FileName], typed: Typed): Record<string, { from: Json; to: Json }> {
  const stored = row as unknown as Record<string, Json>
  const changes: Record<string, { from: Json; to: Json }> = {}
  for (const field of fieldsOf(file, false)) {
    const [from, to] = [stored[field.name] ?? null, travels(field, typed)]
    if (JSON.stringify(from) !== JSON.stringify(to)) changes[field.name] = { from, to }
  }
  return changes
}
