/** What became of a contact and how it came, in words and shapes. */
import type { IconName } from '../../parts/icon'
import { words } from '../../parts/words'
import type { Channel, Disposition } from '../../rules/wire'

const w = words({
  call: ['电话', 'Call'],
  letter: ['信函', 'Letter'],
  message: ['消息', 'Message'],
  open: ['没处理', 'Not dealt with'],
  waiting: ['等问清', 'To be clarified'],
  answered: ['已答复', 'Answered'],
  dispatched: ['已派工', 'Dispatched'],
  unknown: ['没留名字', 'No name left'],
})

export const CHANNELS: readonly Channel[] = ['call', 'letter', 'message']
export const DISPOSITIONS: readonly Disposition[] = ['open', 'waiting', 'answered', 'dispatched']

export const channelName = (channel: Channel): string => w[channel]()
export const dispositionName = (disposition: Disposition): string => w[disposition]()

export const CHANNEL_ICON: Record<Channel, IconName> = {
  call: 'phone',
  letter: 'file-text',
  message: 'megaphone',
}

export const DISPOSITION_MARK: Record<Disposition, { icon: IconName; kind?: 'ok' | 'doubt' | 'no' }> = {
  open: { icon: 'circle', kind: 'doubt' },
  waiting: { icon: 'clock', kind: 'doubt' },
  answered: { icon: 'check', kind: 'ok' },
  dispatched: { icon: 'kanban', kind: 'ok' },
}

/** Who came, as they are best known. */
export const whoCame = (contact: { customer_name: string | null; caller: string | null }): string =>
  [contact.customer_name, contact.caller].filter(Boolean).join(' · ') || w.unknown()
