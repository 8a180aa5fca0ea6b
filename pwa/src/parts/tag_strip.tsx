/** The tag in its small form, for lists. */
import { spacedTag } from './tag'

export function TagStrip({ tag }: { tag: string }) {
  return (
    <span class="tagstrip">
      {spacedTag(tag.slice(0, -1))}
      <i>{tag.slice(-1)}</i>
    </span>
  )
}
