/** Guesses about rows of the whole house that the head office sets: SLA profiles and the working calendar (JOB-3). */
import type { Guess } from './guess'

export const setProfile: Guess<'sla_profile.set'> = async (rows, { profile_id, revision, ...profile }) => {
  const stored = await rows.get('sla_profile', profile_id)
  if ((stored?.revision ?? 0) !== revision) return
  await rows.put('sla_profile', { ...profile, id: profile_id, revision: revision + 1 })
}

export const setDays: Guess<'calendar.set_days'> = async (rows, { year, revision, ...days }) => {
  const stored = await rows.get('calendar_year', String(year))
  if ((stored?.revision ?? 0) !== revision) return
  await rows.put('calendar_year', { ...days, id: String(year), revision: revision + 1 })
}
