/** The old part's tag as the object it is: kraft, punched and strung, in both themes (OLD-1). */
import type { ComponentChildren } from 'preact'
import { Icon } from './icon'
import { qrPath } from './qr'
import { words } from './words'
import './tag.css'

const w = words({
  code: [(tag: string) => `旧件标签 ${tag}`, (tag: string) => `Old-part tag ${tag}`],
  square: [(tag: string) => `二维码 ${tag}`, (tag: string) => `QR code ${tag}`],
})

interface TagProps {
  /** Seven characters, the last one checks the others. */
  tag: string
  children: ComponentChildren
}

export function Tag({ tag, children }: TagProps) {
  return (
    <div class="tagwrap">
      <div class="tag">
        <div class="grow">
          <TagCode tag={tag} />
          <div class="hr" />
          <p>{children}</p>
        </div>
        <svg class="qr" viewBox="0 0 21 21" shape-rendering="crispEdges" role="img" aria-label={w.square(tag)}>
          <path d={qrPath(tag)} />
        </svg>
      </div>
      <svg class="string" viewBox="0 0 48 78" aria-hidden="true">
        <path d="M44 72C36 60 20 56 14 40S8 8-6 2" />
        <path d="M44 72C30 66 10 60 6 42S4 14-8 8" />
      </svg>
    </div>
  )
}

function TagCode({ tag }: { tag: string }) {
  return (
    <div class="code" role="img" aria-label={w.code(spacedTag(tag))}>
      {spacedTag(tag.slice(0, -1))}
      <i>{tag.slice(-1)}</i>
    </div>
  )
}

/** Threes, as a person reads it aloud: 7K4-M92-G. */
export function spacedTag(tag: string): string {
  return tag.match(/.{1,3}/g)?.join('-') ?? tag
}

/** Where a tag belongs and none hangs yet. */
export function TagSlot({ children }: { children: ComponentChildren }) {
  return (
    <div class="tagslot">
      <Icon name="tag" size="l" />
      {children}
    </div>
  )
}
