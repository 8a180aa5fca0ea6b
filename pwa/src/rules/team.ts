/** Who goes to a job together, who is in charge, and who asks the customer to sign (JOB-4). */
import type { Id, Job } from './wire'

type Team = Pick<Job, 'technicians'>

/** The one in charge; null while nobody is assigned. */
export const leadOf = ({ technicians }: Team): Id | null => technicians.find(({ lead }) => lead)?.user_id ?? null

export const isOnTeam = ({ technicians }: Team, user_id: Id): boolean =>
  technicians.some((technician) => technician.user_id === user_id)

/** The customer signs once, with the lead; whoever is alone is their own lead. */
export const maySign = (team: Team, user_id: Id): boolean =>
  isOnTeam(team, user_id) && (leadOf(team) ?? user_id) === user_id
