/** What the manager answers beside reports: requisitions and extensions, and how long an exception may still wait. */
import { afterWorkingDays } from '../rules/calendars'
import type { Discrepancy, Extension, Id, Instant, Job, OldPart, Part, Person, Requisition } from '../rules/wire'
import { HOME_ZONE } from '../rules/zones'
import { type ClockBooks, clockBooks } from './clocks'
import { cache, holderId } from './db'
import { personOf } from './people'
import { presets } from './presets'

/** A requisition with the rows that name it (PART-2). */
export interface RequisitionInFull {
  readonly requisition: Requisition
  readonly by: Person | null
  readonly decidedBy: Person | null
  readonly job: Job | null
  /** In the order of its lines, with what the van and the store have. */
  readonly lines: readonly { part: Part | null; asked: number; approved: number | null; van: number; store: number }[]
}

/** Requisitions that wait for an answer, the oldest first. */
export async function requisitionsAsked(): Promise<RequisitionInFull[]> {
  const asked = await cache().requisition.where('state').anyOf('asked', 'issued').sortBy('asked_at')
  return Promise.all(asked.filter(({ decided_at }) => decided_at === null).map(inFull))
}

export async function requisitionInFull(id: Id): Promise<RequisitionInFull | null> {
  const requisition = await cache().requisition.get(id)
  return requisition === undefined ? null : inFull(requisition)
}

async function inFull(requisition: Requisition): Promise<RequisitionInFull> {
  const { technician_id, station_id, job_id, decided_by } = requisition
  const onHand = async (location: string, part_id: Id) =>
    (await cache().stock.get(`${location}:${part_id}`))?.quantity ?? 0
  return {
    requisition,
    by: await personOf(technician_id),
    decidedBy: await personOf(decided_by),
    job: job_id === null ? null : ((await cache().job.get(job_id)) ?? null),
    lines: await Promise.all(
      requisition.lines.map(async ({ part_id, asked, approved }) => ({
        part: (await cache().part.get(part_id)) ?? null,
        asked,
        approved,
        van: await onHand(`van:${technician_id}`, part_id),
        store: await onHand(`store:${station_id}`, part_id),
      })),
    ),
  }
}

/** More time that a technician asked for, with the old part that it is about (OLD-4). */
export interface ExtensionInFull {
  readonly extension: Extension
  readonly oldPart: OldPart | null
  readonly by: Person | null
  readonly answeredBy: Person | null
}

/** Extensions that wait for an answer, the oldest first. */
export async function extensionsAsked(): Promise<ExtensionInFull[]> {
  const asked = await cache().extension.where('state').equals('asked').sortBy('asked_at')
  return Promise.all(asked.map(withOldPart))
}

export async function extensionInFull(id: Id): Promise<ExtensionInFull | null> {
  const extension = await cache().extension.get(id)
  return extension === undefined ? null : withOldPart(extension)
}

async function withOldPart(extension: Extension): Promise<ExtensionInFull> {
  return {
    extension,
    oldPart: (await cache().old_part.get(extension.old_part_id)) ?? null,
    by: await personOf(extension.asked_by),
    answeredBy: await personOf(extension.answered_by),
  }
}

/** By when whoever owns it settles it or passes it on: some working days from when it came to them. */
export async function settleBy(discrepancy: Discrepancy, books?: ClockBooks): Promise<{ from: Instant; due: Instant }> {
  const { calendar, zones } = books ?? (await clockBooks())
  const { discrepancy_settle_days: days } = await presets()
  const from = discrepancy.passes?.at(-1)?.at ?? discrepancy.opened_at
  return { from, due: afterWorkingDays(from, days, calendar, zones.get(discrepancy.station_id) ?? HOME_ZONE) }
}

/** By when each open exception is settled, by its id. */
export async function settleTimes(): Promise<ReadonlyMap<Id, Instant>> {
  const books = await clockBooks()
  const open = await cache().discrepancy.where('state').equals('open').toArray()
  return new Map(await Promise.all(open.map(async (one) => [one.id, (await settleBy(one, books)).due] as const)))
}

/** Open exceptions that were passed on to who holds this device, the oldest first. */
export async function askedOfMe(): Promise<Discrepancy[]> {
  const me = holderId()
  const open = await cache().discrepancy.where('state').equals('open').sortBy('opened_at')
  return open.filter(({ owner_id }) => owner_id === me)
}

/** Who owns an exception, how it went from hand to hand, and to whom it can go. */
export interface Ownership {
  readonly mine: boolean
  readonly owner: Person | null
  readonly passes: readonly { by: Person | null; to: Person | null; at: Instant; note: string }[]
  readonly from: Instant
  readonly due: Instant
  readonly others: readonly Person[]
}

export async function ownershipOf(discrepancy: Discrepancy): Promise<Ownership> {
  const { owner_id, station_id, passes } = discrepancy
  const people = await cache().person.toArray()
  const works = ({ active, station_id: at }: Person) => active && (at === station_id || at === null)
  const me = holderId()
  const here = people.find(({ id }) => id === me)
  const decides = here?.roles.includes('manager') === true
  return {
    mine: owner_id === me || (owner_id === null && decides),
    owner: await personOf(owner_id),
    passes: await Promise.all(
      (passes ?? []).map(async (one) => ({
        ...one,
        by: await personOf(one.by),
        to: await personOf(one.to),
      })),
    ),
    ...(await settleBy(discrepancy)),
    others: people
      .filter((one) => works(one) && one.id !== (owner_id ?? me))
      .sort((a, b) => a.name.localeCompare(b.name)),
  }
}
