/** The top of a screen: `Head` for the five places of the bottom bar, `Bar` with a way back for what lies deeper. */
import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import { Icon } from './icon'
import { words } from './words'

const w = words({ back: ['返回', 'Back'] })

interface HeadProps {
  title: string
  meta?: ComponentChildren
  /** Stands at the right: an offline badge, a button. */
  aside?: ComponentChildren
}

export function Head({ title, meta, aside }: HeadProps) {
  const heading = usePageTitle()
  return (
    <header class="head">
      <div>
        <h1 ref={heading}>{title}</h1>
        {meta && <p class="meta">{meta}</p>}
      </div>
      {aside}
    </header>
  )
}

interface BarProps {
  title: ComponentChildren
  meta?: ComponentChildren
  /** Where the way back leads. */
  back: string
  /** The truth about this card. */
  chip?: ComponentChildren
}

export function Bar({ title, meta, back, chip }: BarProps) {
  const heading = usePageTitle()
  return (
    <header class="bar">
      <a class="iconbtn" href={back} aria-label={w.back()}>
        <Icon name="arrow-left" size="l" />
      </a>
      <div class="grow">
        <h1 ref={heading}>{title}</h1>
        {meta && <p class="meta">{meta}</p>}
      </div>
      {chip}
    </header>
  )
}

/** The page is called what its heading says. */
function usePageTitle() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${heading.current?.textContent} · Truckroll`
  })
  return heading
}

/** The main button at the thumb; `overTabs` where the bottom bar lies below it. */
export function Dockbar({ children, overTabs }: { children: ComponentChildren; overTabs?: boolean | undefined }) {
  return <div class={overTabs ? 'dockbar over-tabs' : 'dockbar'}>{children}</div>
}
