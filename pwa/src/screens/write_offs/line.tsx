/** One write-off on a screen of its own, as the list of write-offs opens it. */
import { Bar } from '../../parts/bar'
import type { ScreenProps } from '../../parts/route'
import { words } from '../../parts/words'
import { useLive } from '../../store/live'
import { lineInFull } from '../../store/write_offs'
import { WriteOffCase } from './case'
import { standing } from './waiting'
import '../office/office.css'

const w = words({ title: ['销账', 'Write-off'] })

export default function WriteOff({ params: { id = '' } }: ScreenProps) {
  const full = useLive(() => lineInFull(id), [id])
  return (
    <>
      <Bar title={w.title()} meta={full ? standing(full.line) : ''} back="/write-offs" />
      <main class="office narrow" tabIndex={-1} aria-busy={full === undefined}>
        <WriteOffCase id={id} />
      </main>
    </>
  )
}
