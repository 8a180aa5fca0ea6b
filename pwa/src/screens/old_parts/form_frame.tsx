/** The frame of a form about one old part or several: its heading, the parts it is about, the main button. */
import type { ComponentChildren } from 'preact'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import type { IconName } from '../../parts/icon'
import { words } from '../../parts/words'
import type { Id, Rows } from '../../rules/wire'
import { DiskFullNotice } from '../visit/frame'
import { diskFull, useSaving } from '../visit/saving'
import { OldPartLine } from './old_part_line'
import '../office/office.css'
import '../office/decide.css'
import './old_parts.css'

const w = words({
  count: [(count: number) => `${count} 件`, (count: number) => (count === 1 ? '1 part' : `${count} parts`)],
  none: ['没有选旧件', 'No old part is chosen'],
  noneWhat: ['回到旧件，先选要办的。', 'Go back to the old parts and choose first.'],
  back: ['去选旧件', 'Choose old parts'],
})

interface Props {
  title: string
  /** One part's form leads back to it; otherwise to the list. */
  of: Id | undefined
  parts: readonly Rows['old_part'][]
  now: Date
  save: string
  icon: IconName
  /** Cannot be saved yet; what is lacking stands beside it. */
  off?: boolean
  onSave: () => Promise<unknown>
  children: ComponentChildren
}

export function FormFrame({ title, of, parts, now, save, icon, off = false, onSave, children }: Props) {
  const [saving, saveOnce] = useSaving()
  const back = of === undefined ? '/old-parts' : `/old-parts/${of}`
  return (
    <>
      <Bar title={title} meta={w.count(parts.length)} back={back} />
      <main class="office oldpart narrow" tabIndex={-1}>
        {diskFull.value && <DiskFullNotice />}
        {parts.length === 0 ? (
          <Empty icon="tag" title={w.none()}>
            <p>{w.noneWhat()}</p>
            <Button size="mid" href="/old-parts">
              {w.back()}
            </Button>
          </Empty>
        ) : (
          <>
            <ul class="sheet flush list about">
              {parts.map((part) => (
                <li key={part.id}>
                  <OldPartLine part={part} now={now} />
                </li>
              ))}
            </ul>
            {children}
            <div class="act">
              <Button kind="main" icon={icon} off={off || saving} onTap={() => saveOnce(onSave)}>
                {save}
              </Button>
            </div>
          </>
        )}
      </main>
    </>
  )
}
