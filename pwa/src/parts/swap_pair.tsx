/** The new part above, the old one below, and the turn between them (VIS-5, PART-4). */
import type { ComponentChildren } from 'preact'
import { Icon } from './icon'
import { words } from './words'
import './swap_pair.css'

const w = words({
  fitted: ['装上 · 新件', 'Fitted · new part'],
  removed: ['拆下 · 旧件', 'Removed · old part'],
})

interface SwapPairProps {
  fitted: ComponentChildren
  removed: ComponentChildren
}

export function SwapPair({ fitted, removed }: SwapPairProps) {
  return (
    <section class="swap">
      <div class="part new">
        <h2 class="who">
          <i />
          {w.fitted()}
        </h2>
        {fitted}
      </div>
      <span class="turn" aria-hidden="true">
        <Icon name="arrows-down-up" />
      </span>
      <div class="part old">
        <h2 class="who">
          <i />
          {w.removed()}
        </h2>
        {removed}
      </div>
    </section>
  )
}

/** A serial number as it was typed, in the letters of the name plate. */
export function Serial({ label, children }: { label: string; children: ComponentChildren }) {
  return (
    <p class="serial">
      <span class="cap">{label}</span>
      <b class="mono">{children}</b>
      <Icon name="check-circle" tone="acc" />
    </p>
  )
}
