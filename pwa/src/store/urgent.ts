/** What cannot wait: major problems and accidents, for the technician who raised them and the manager who answers. */
import type { Escalation, Id, Incident, Job, Person, Photo, Visit, VoiceNote } from '../rules/wire'
import { cache } from './db'
import { photosOfVisit } from './photos'

/** What waits for the manager, the worst and the oldest first. */
export interface UrgentWaiting {
  readonly escalations: readonly { escalation: Escalation; by: Person | undefined; job: Job | undefined }[]
  readonly incidents: readonly { incident: Incident; by: Person | undefined; job: Job | undefined }[]
}

const RANK: Record<Escalation['severity'], number> = { danger: 0, standstill: 1, dispute: 2 }

export async function urgentWaiting(): Promise<UrgentWaiting> {
  const [escalations, incidents] = await Promise.all([
    cache().escalation.where('state').equals('open').sortBy('raised_at'),
    cache().incident.where('state').equals('open').sortBy('happened_at'),
  ])
  return {
    escalations: await Promise.all(
      escalations
        .sort((one, other) => RANK[one.severity] - RANK[other.severity])
        .map(async (escalation) => ({
          escalation,
          by: await cache().person.get(escalation.raised_by),
          job: await cache().job.get(escalation.job_id),
        })),
    ),
    incidents: await Promise.all(
      incidents
        .sort((one, other) => Number(other.injured) - Number(one.injured))
        .map(async (incident) => ({
          incident,
          by: await cache().person.get(incident.reported_by),
          job: await cache().job.get(incident.job_id),
        })),
    ),
  }
}

export const urgentCount = async (): Promise<number> =>
  (await cache().escalation.where('state').equals('open').count()) +
  (await cache().incident.where('state').equals('open').count())

/** A major problem with all that the manager looks at before answering (VIS-9). */
export interface EscalationInFull {
  readonly escalation: Escalation
  readonly job: Job | undefined
  readonly by: Person | undefined
  readonly answeredBy: Person | undefined
  /** Those of the named photos that have arrived here. */
  readonly photos: readonly Photo[]
  /** Those of the named voice notes whose sound can be heard: they have reached the server. */
  readonly voiceNotes: readonly VoiceNote[]
}

export async function escalationInFull(id: Id): Promise<EscalationInFull | null> {
  const escalation = await cache().escalation.get(id)
  if (escalation === undefined) return null
  return {
    escalation,
    job: await cache().job.get(escalation.job_id),
    by: await cache().person.get(escalation.raised_by),
    answeredBy: escalation.answered_by === null ? undefined : await cache().person.get(escalation.answered_by),
    photos: await arrived(escalation.photo_ids),
    voiceNotes: await audible(escalation.voice_note_ids),
  }
}

/** An accident with all that the manager looks at (VIS-13). */
export interface IncidentInFull {
  readonly incident: Incident
  readonly job: Job | undefined
  readonly by: Person | undefined
  readonly closedBy: Person | undefined
  readonly photos: readonly Photo[]
}

export async function incidentInFull(id: Id): Promise<IncidentInFull | null> {
  const incident = await cache().incident.get(id)
  if (incident === undefined) return null
  return {
    incident,
    job: await cache().job.get(incident.job_id),
    by: await cache().person.get(incident.reported_by),
    closedBy: incident.closed_by === null ? undefined : await cache().person.get(incident.closed_by),
    photos: await arrived(incident.photo_ids),
  }
}

/** What was raised on one job, the newest first. */
export interface UrgentOnJob {
  readonly escalations: readonly { escalation: Escalation; answeredBy: Person | undefined }[]
  readonly incidents: readonly Incident[]
}

export async function urgentOnJob(job_id: Id): Promise<UrgentOnJob> {
  const [escalations, incidents] = await Promise.all([
    cache().escalation.where('job_id').equals(job_id).reverse().sortBy('raised_at'),
    cache().incident.where('job_id').equals(job_id).reverse().sortBy('happened_at'),
  ])
  return {
    incidents,
    escalations: await Promise.all(
      escalations.map(async (escalation) => ({
        escalation,
        answeredBy: escalation.answered_by === null ? undefined : await cache().person.get(escalation.answered_by),
      })),
    ),
  }
}

/** What a technician has at hand to report with. */
export interface AtHand {
  readonly job: Job | null
  readonly visit: Visit | null
  readonly photos: readonly Photo[]
  readonly voice_note_ids: readonly Id[]
}

export async function atHand(job_id: Id): Promise<AtHand> {
  const job = (await cache().job.get(job_id)) ?? null
  const visit = (await cache().visit.where('job_id').equals(job_id).sortBy('id')).at(-1) ?? null
  const notes = visit === null ? [] : await cache().voice_note.where('visit_id').equals(visit.id).primaryKeys()
  return { job, visit, photos: visit === null ? [] : await photosOfVisit(visit.id), voice_note_ids: notes as Id[] }
}

async function arrived(photo_ids: readonly Id[]): Promise<Photo[]> {
  const photos = await cache().photo.bulkGet([...photo_ids])
  return photos.filter((photo) => photo !== undefined)
}

async function audible(voice_note_ids: readonly Id[]): Promise<VoiceNote[]> {
  const notes = await cache().voice_note.bulkGet([...voice_note_ids])
  return notes.filter((note) => note !== undefined).filter(({ state }) => state === 'verified')
}
