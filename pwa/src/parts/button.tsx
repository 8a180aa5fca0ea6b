/** What a thumb presses: a button, or a link that looks like one. */
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon'

interface Props {
  children?: ComponentChildren
  /** One `main` on a screen; `plain` has no outline. */
  kind?: 'main' | 'plain'
  /** `mid` is for rows; `sq` shows the icon alone and needs a `label`. */
  size?: 'mid' | 'sq'
  wide?: boolean
  icon?: IconName
  /** Stands after the words. */
  iconAfter?: IconName
  /** What it does, when no words stand on it. */
  label?: string
  /** Off, but still found by the keyboard and read out, so that a reason beside it is heard. */
  off?: boolean
  type?: 'button' | 'submit'
  /** Makes it a link. */
  href?: string
  onTap?: () => void
}

export function Button(props: Props) {
  const { children, kind, size, wide, icon, iconAfter, label, off, type = 'button', href, onTap } = props
  const classes = ['btn', kind, size, wide && 'wide'].filter(Boolean).join(' ')
  const face = (
    <>
      {icon && <Icon name={icon} />}
      {children}
      {iconAfter && <Icon name={iconAfter} />}
    </>
  )
  if (href !== undefined && !off) {
    return (
      <a class={classes} href={href} aria-label={label} onClick={onTap}>
        {face}
      </a>
    )
  }
  const press = (event: Event) => {
    if (!off) return onTap?.()
    event.preventDefault()
  }
  return (
    <button type={type} class={classes} aria-label={label} aria-disabled={off || undefined} onClick={press}>
      {face}
    </button>
  )
}
