/** The truth about one card: here, sending, the server has it, needs you. Never about the whole screen. */
import { Icon, type IconName } from './icon'
import { clock } from './times'
import { words } from './words'

export type CardState = 'here' | 'sending' | 'has' | 'you'

const ICON_OF: Record<CardState, IconName> = {
  here: 'device-mobile',
  sending: 'arrow-up',
  has: 'cloud-check',
  you: 'hand-palm',
}
const w = words({
  here: ['存在本机', 'Saved here'],
  sending: ['正在发送', 'Sending'],
  has: ['服务器已收', 'Server has it'],
  you: ['要你处理', 'Needs you'],
  offline: ['离线', 'Offline'],
  offlineSince: [(time: string) => `离线 · ${time} 起`, (time: string) => `Offline since ${time}`],
})

interface Props {
  state: CardState
  /** When it was saved here, or when the server took it. */
  at?: string | null | undefined
}

export function SyncChip({ state, at }: Props) {
  return (
    <span class={`sync ${state}`} role="status">
      <Icon name={ICON_OF[state]} />
      {w[state]()}
      {at && (state === 'here' || state === 'has') ? ` ${clock(at)}` : ''}
    </span>
  )
}

/** Grey, because offline is the usual place to work. Says since when. */
export function OfflineBadge({ since }: { since: string | null }) {
  return (
    <span class="offline" role="status">
      <Icon name="cell-signal-slash" />
      {since ? w.offlineSince(clock(since)) : w.offline()}
    </span>
  )
}
