/** A row that leads to something to do, with how many of it wait. */
import { Icon, type IconName } from '../../parts/icon'

interface Props {
  href: string
  icon: IconName
  name: string
  /** One quiet line below. */
  about?: string | undefined
  count?: number
}

export function Doing({ href, icon, name, about, count = 0 }: Props) {
  return (
    <a href={href}>
      <Icon name={icon} size="l" tone="quiet" />
      <span class="grow">
        <b>{name}</b>
        {about && <span class="meta line">{about}</span>}
      </span>
      {count > 0 && <span class="howmany">{count}</span>}
      <Icon name="caret-right" tone="quiet" />
    </a>
  )
}
