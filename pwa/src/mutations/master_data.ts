/** Guesses for the files of the house: a row is added as its body says, and an edit merges field by field. */
import { merge } from '../rules/merge'
import type { Bodies, Changes, Id, Rows } from '../rules/wire'
import type { GuessRows } from '../store/guessing'
import type { Guess } from './guess'

export type Kept = 'customer' | 'equipment' | 'part' | 'fault' | 'station' | 'person'

export const addCustomer: Guess<'customer.add'> = async (rows, { customer_id, ...body }) =>
  add(rows, 'customer', { id: customer_id, ...body })

export const addEquipment: Guess<'equipment.add'> = async (rows, { equipment_id, ...body }) =>
  add(rows, 'equipment', { id: equipment_id, ...body })

export const addPart: Guess<'part.add'> = async (rows, { part_id, ...body }) =>
  add(rows, 'part', { id: part_id, ...body })

export const addFault: Guess<'fault.add'> = async (rows, { fault_id, ...body }) =>
  add(rows, 'fault', { id: fault_id, ...body })

export const addStation: Guess<'station.add'> = async (rows, { station_id, code: _code, time_zone, ...body }) =>
  add(rows, 'station', { id: station_id, time_zone: time_zone ?? null, ...body })

export const addPerson: Guess<'person.add'> = async (rows, body) => {
  const { person_id, name, roles, station_id, phone } = body
  return add(rows, 'person', { id: person_id, name, roles, station_id, phone, active: true })
}

export const editCustomer: Guess<'customer.edit'> = (rows, body) =>
  edit(rows, 'customer', body.customer_id, body.changes)
export const editEquipment: Guess<'equipment.edit'> = (rows, body) =>
  edit(rows, 'equipment', body.equipment_id, body.changes)
export const editPart: Guess<'part.edit'> = (rows, body) => edit(rows, 'part', body.part_id, body.changes)
export const editFault: Guess<'fault.edit'> = (rows, body) => edit(rows, 'fault', body.fault_id, body.changes)
export const editStation: Guess<'station.edit'> = (rows, body) => edit(rows, 'station', body.station_id, body.changes)
export const editPerson: Guess<'person.edit'> = (rows, body) => edit(rows, 'person', body.person_id, body.changes)

async function add<T extends Kept>(rows: GuessRows, table: T, row: Rows[T]): Promise<void> {
  if ((await rows.get(table, row.id)) === undefined) await rows.put(table, row)
}

type EditOf<T extends Kept> = Bodies[`${T}.edit`]['changes']

async function edit<T extends Kept>(rows: GuessRows, table: T, id: Id, changes: EditOf<T>): Promise<void> {
  const row = await rows.get(table, id)
  if (row === undefined) return
  const merged = merge(row, changes as Changes<Rows[T]>)
  // The server refuses the whole edit where somebody else changed one of its fields.
  if (merged.disputed.length === 0) await rows.put(table, merged.row)
}
