/** What makes a problem major, and what the manager can say to it, in words. */
import type { IconName } from '../../parts/icon'
import { words } from '../../parts/words'
import type { Decision, Severity } from '../../rules/wire'

const severities = words({
  danger: ['有危险', 'Danger'],
  standstill: ['趴窝、停产', 'Standstill'],
  dispute: ['用户不答应', 'Dispute'],
})

const hints = words({
  danger: ['会伤人，或再开会坏得更大', 'May hurt somebody, or breaks more if it runs'],
  standstill: ['今天走不了、转不了', 'It will not run again today'],
  dispute: ['要退、要赔、要投诉', 'Refund, compensation, complaint'],
})

const decisions = words({
  agreed: ['按提议办', 'Do as proposed'],
  otherwise: ['换个办法', 'Do this instead'],
  stop: ['先停下', 'Stop for now'],
  take_over: ['我来处理', 'I take it over'],
})

export const SEVERITIES: readonly Severity[] = ['danger', 'standstill', 'dispute']
export const DECISIONS: readonly Decision[] = ['agreed', 'otherwise', 'stop', 'take_over']

export const severityName = (severity: Severity): string => severities[severity]()
export const severityHint = (severity: Severity): string => hints[severity]()
export const decisionName = (decision: Decision): string => decisions[decision]()

const ICONS: Record<Severity, IconName> = { danger: 'warning', standstill: 'wrench', dispute: 'smiley-angry' }
export const severityIcon = (severity: Severity): IconName => ICONS[severity]
