/** An icon of the one set and weight; always decoration, the words beside it carry the meaning. */
import first from 'virtual:icons'
import { signal } from '@preact/signals'
import type { IconName } from './icon_names'

export type { IconName }

type Paths = { readonly [name in IconName]?: string }

const FIRST: Paths = first
const more = signal<Paths>({})
// An icon is decoration with a place of its own: nothing moves when it comes, and nothing is lost if it does not.
void import('virtual:more-icons').then(
  ({ default: paths }) => {
    more.value = paths
  },
  () => undefined,
)

/** The outline on a 256 × 256 field, once it is there. */
export const iconPath = (name: IconName): string | undefined => FIRST[name] ?? more.value[name]

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
      <path d={iconPath(name)} />
    </svg>
  )
}
