/** Nothing here: what would be here, and what makes it appear. */
import type { ComponentChildren } from 'preact'
import { Icon, type IconName } from './icon'

export function Empty({ icon, title, children }: { icon: IconName; title: string; children?: ComponentChildren }) {
  return (
    <div class="empty">
      <Icon name={icon} />
      <b class="lead">{title}</b>
      {children && <div class="meta">{children}</div>}
    </div>
  )
}
