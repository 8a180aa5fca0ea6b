/** The frame of the store's inner screens: what waits or was scanned at the left, the work in hand at the right. */
import type { ComponentChildren } from 'preact'
import { Bar } from '../../parts/bar'
import { Line } from '../line'
import { DiskFullNotice } from '../visit/frame'
import { diskFull } from '../visit/saving'
import '../office/office.css'
import '../office/decide.css'
import './stock.css'

interface Props {
  title: string
  meta?: ComponentChildren
  back?: string
  /** Scan box, queue, what was done before. */
  aside: ComponentChildren
  /** The work in hand comes first on a phone. */
  working?: boolean
  children: ComponentChildren
}

export function StoreFrame({ title, meta, back = '/stock', aside, working, children }: Props) {
  return (
    <>
      <Bar title={title} meta={meta} back={back} chip={<Line />} />
      <main class={working ? 'office room working' : 'office room'} tabIndex={-1}>
        {diskFull.value && (
          <div class="whole">
            <DiskFullNotice />
          </div>
        )}
        <section class="sitting">{aside}</section>
        <section class="inroom">{children}</section>
      </main>
    </>
  )
}
