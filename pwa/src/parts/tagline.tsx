/** A short state: a word, a shape, and a colour that repeats them. */
import { Icon, type IconName } from './icon'

interface Props {
  children: string
  icon: IconName
  kind?: 'ok' | 'doubt' | 'no'
}

export function Tagline({ children, icon, kind }: Props) {
  return (
    <span class={kind ? `tagline ${kind}` : 'tagline'}>
      <Icon name={icon} />
      {children}
    </span>
  )
}
