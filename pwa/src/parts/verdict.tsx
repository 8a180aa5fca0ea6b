/** A finding in one bold line, and its grounds in another. */
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon'

const LOOKS = {
  ok: { classes: 'verdict', icon: 'shield-check' },
  doubt: { classes: 'verdict doubt', icon: 'shield-warning' },
  no: { classes: 'verdict no', icon: 'hand-palm' },
  flat: { classes: 'verdict flat', icon: 'info' },
} as const

interface Props {
  kind: keyof typeof LOOKS
  title: string
  /** The grounds, or what to do. */
  children?: ComponentChildren
  icon?: IconName
}

export function Verdict({ kind, title, children, icon }: Props) {
  const look = LOOKS[kind]
  return (
    <div class={look.classes}>
      <Icon name={icon ?? look.icon} />
      <div>
        <b>{title}</b>
        {children && <p>{children}</p>}
      </div>
    </div>
  )
}
