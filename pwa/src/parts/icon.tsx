/** An icon of the one set and weight; always decoration, the words beside it carry the meaning. */
import paths from 'virtual:icons'
import type { IconName } from './icon_names'

export type { IconName }

interface Props {
  name: IconName
  /** 18, 22 or 28 px. */
  size?: 's' | 'm' | 'l'
  /** Repeats in colour what the words say. */
  tone?: 'acc' | 'quiet' | 'warn' | 'bad'
}

export function Icon({ name, size = 'm', tone }: Props) {
  const classes = ['i', size === 'm' ? '' : size, tone ?? ''].filter(Boolean).join(' ')
  return (
    <svg class={classes} viewBox="0 0 256 256" aria-hidden="true">
      <path d={paths[name]} />
    </svg>
  )
}
