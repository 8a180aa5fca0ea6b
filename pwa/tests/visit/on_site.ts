/** A technician on site: the job and a fresh visit are on the device, and what was recorded can be read back. */
import { cleanup, configure, fireEvent, screen, waitFor } from '@testing-library/preact'
import { expect, vi } from 'vitest'
import type { Bodies, Equipment, Fault, Id, MutationName, Part, Photo, Station, Visit } from '../../src/rules/wire'
import { outbox } from '../../src/store/db'
import { loadDrafts, openDrafts } from '../../src/store/drafts'
import { goldenJob, goldenVisit, seed } from '../device'
import { asABrowser, holds, row } from '../screens/asked'

/** A busy machine takes longer than a person would wait; a test waits for what must come. */
configure({ asyncUtilTimeout: 8000 })
vi.setConfig({ testTimeout: 30_000 })

export const NOTHING_YET: Pick<Visit, 'listen' | 'look' | 'check' | 'handle'> = {
  listen: { account: null, told_km: null, told_h: null, usage: null, before_after: null },
  look: { in_warranty: null, opened_before: null, read_km: null, read_h: null, note: null, tampering: null },
  check: { fault_id: null, cause: null, examined: null, causal_part_id: null, consequential_fault_ids: null },
  handle: { responsibility: null, done: null, customer_agrees: null, disagreement: null, use_shown: null },
}

export const at = { params: { id: 'j' } }

/** The technician has arrived; `visit` is what is recorded already. */
export async function onSite(visit: Partial<Visit> = {}): Promise<Id> {
  asABrowser()
  const me = await holds()
  await loadDrafts()
  const rows = {
    job: [{ ...goldenJob(), id: 'j', equipment_id: 'e', technicians: [{ user_id: me, lead: true }] }],
    visit: [
      {
        ...goldenVisit(),
        ...NOTHING_YET,
        id: 'v',
        job_id: 'j',
        technician_id: me,
        state: 'under_way',
        ended_at: null,
        ...visit,
      },
    ],
    equipment: [{ ...row<Equipment>('equipment'), id: 'e' }],
    fault: [row<Fault>('fault')],
    part: [{ ...row<Part>('part'), id: 'p' }],
    station: [row<Station>('station')],
  }
  await seed(rows)
  return me
}

/** All that a signature asks for, with the meter's photo. */
export async function readyToSign(visit: Partial<Visit> = {}): Promise<Id> {
  const me = await onSite({ ...goldenVisit(), id: 'v', job_id: 'j', state: 'under_way', ended_at: null, ...visit })
  await seed({ photo: [photoRow('meter'), photoRow('fault')] })
  return me
}

export const photoRow = (subject: Photo['subject'], of_id: Id | null = null): Photo => ({
  ...row<Photo>('photo'),
  id: `photo-${subject}`,
  job_id: 'j',
  visit_id: 'v',
  subject,
  of_id,
})

/** What was recorded under this name, in order. */
export async function recorded<N extends MutationName>(name: N): Promise<Bodies[N][]> {
  const all = await outbox().all()
  return all.filter(({ envelope }) => envelope.name === name).map(({ envelope }) => JSON.parse(envelope.body))
}

export async function recordedOnce<N extends MutationName>(name: N): Promise<Bodies[N]> {
  return waitFor(async () => {
    const [body] = await recorded(name)
    expect(body).toBeDefined()
    return body as Bodies[N]
  })
}

/** Type into the field that the person hears by this name. */
export async function type(name: string | RegExp, text: string): Promise<HTMLInputElement> {
  const field = (await screen.findByLabelText(name)) as HTMLInputElement
  field.focus()
  fireEvent.input(field, { target: { value: text } })
  return field
}

export async function press(name: string | RegExp): Promise<void> {
  fireEvent.click(await screen.findByRole('button', { name }))
}

/** Close the screen, and wait until what was typed on it is recorded. */
export async function close(): Promise<void> {
  cleanup()
  await waitFor(() => expect(openDrafts.value).toBe(0))
}

/** Go on to something else on the screen. */
export function leave(field: HTMLElement): void {
  field.blur()
}
