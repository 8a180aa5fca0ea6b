/** Where a report stands, in words and shapes. */
import type { IconName } from '../../parts/icon'
import { words } from '../../parts/words'
import type { ListedReport } from '../../store/archive'

const w = words({
  archived: ['已归档', 'Archived'],
  approved: ['已批，没归档', 'To be archived'],
  waiting: ['等主管批', 'With the manager'],
  sentBack: ['退回了', 'Sent back'],
  absent: ['用户不在', 'Customer absent'],
  unwilling: ['用户不愿签', 'Customer unwilling'],
  stamped: ['盖章代签', 'Stamped instead'],
})

export type Standing = 'archived' | 'approved' | 'waiting' | 'sentBack'

export function standingOf({ report, filed }: Pick<ListedReport, 'report' | 'filed'>): Standing {
  if (filed) return 'archived'
  if (report.state === 'approved') return 'approved'
  return report.state === 'sent_back' ? 'sentBack' : 'waiting'
}

export const standingName = (standing: Standing): string => w[standing]()

export const STANDING_MARK: Record<Standing, { icon: IconName; kind?: 'ok' | 'doubt' }> = {
  archived: { icon: 'books', kind: 'ok' },
  approved: { icon: 'check' },
  waiting: { icon: 'stamp', kind: 'doubt' },
  sentBack: { icon: 'arrow-bend-up-left', kind: 'doubt' },
}

export const unsignedName = (reason: 'absent' | 'unwilling' | 'stamped'): string => w[reason]()
