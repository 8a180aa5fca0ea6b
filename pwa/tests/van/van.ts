/** A technician with parts in the van and old parts in hand. */
import type { Id, Job, OldPart, Part, Person, Requisition, Stock } from '../../src/rules/wire'
import { loadDrafts } from '../../src/store/drafts'
import { goldenJob, seed } from '../device'
import { asABrowser, holds, row } from '../screens/asked'

export const PUMP = '019a9c3e-7b10-7000-8000-000000000901'
export const VALVE = '019a9c3e-7b10-7000-8000-000000000902'
export const FILTER = '019a9c3e-7b10-7000-8000-000000000903'
export const COLLEAGUE = '019a9c3e-7b10-7000-8000-000000000013'
export const OLD_PUMP = '019a9c3e-7b10-7000-8000-000000000911'
export const OLD_VALVE = '019a9c3e-7b10-7000-8000-000000000912'

const part = (id: Id, part_no: string, name: string): Part => ({
  ...row<Part>('part'),
  id,
  part_no,
  name,
  on_hold: false,
})

export const oldPart = (id: Id, holder_id: Id, changed: Partial<OldPart> = {}): OldPart => ({
  ...row<OldPart>('old_part'),
  id,
  holder_id,
  removed_by: holder_id,
  holder_kind: 'technician',
  state: 'with_technician',
  received_at: null,
  received_by: null,
  due_on: '2026-12-03',
  ...changed,
})

export const requisition = (technician_id: Id, changed: Partial<Requisition> = {}): Requisition => ({
  ...row<Requisition>('requisition'),
  technician_id,
  state: 'asked',
  lines: [{ part_id: PUMP, asked: 2, approved: null, issued: 0 }],
  issues: [],
  decided_by: null,
  decided_at: null,
  refusal: null,
  ...changed,
})

/** Two pumps are in the van; a job that wants a valve is assigned. */
export async function withVan(): Promise<Id> {
  asABrowser()
  const me = await holds()
  await loadDrafts()
  const person = row<Person>('person')
  const stock: Stock = {
    ...row<Stock>('stock'),
    id: `van:${me}:${PUMP}`,
    location: `van:${me}`,
    part_id: PUMP,
    quantity: 2,
  }
  const job: Job = {
    ...goldenJob(),
    id: 'j',
    state: 'assigned',
    technicians: [{ user_id: me, lead: true }],
    likely_parts: [VALVE],
  }
  await seed({
    part: [
      part(PUMP, '3509-00417', '空压机总成'),
      part(VALVE, '3509-00418', '出气阀'),
      part(FILTER, '3509-00419', '滤芯'),
    ],
    person: [
      { ...person, id: me, name: '周海', roles: ['technician'] },
      { ...person, id: COLLEAGUE, name: '穆岳', roles: ['technician'] },
    ],
    stock: [stock],
    job: [job],
  })
  return me
}
