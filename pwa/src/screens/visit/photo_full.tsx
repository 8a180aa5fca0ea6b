/** A photo over the whole screen, and the pen: arrow, circle and line over it, never in it (VIS-3). */
import { useEffect, useRef, useState } from 'preact/hooks'
import { photoUrl } from '../../media/photo_url'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Icon, type IconName } from '../../parts/icon'
import { Marks } from '../../parts/marks'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import type { Photo, Shape, ShapeKind } from '../../rules/wire'
import { drawnOn, NOTHING_DRAWN } from '../../store/annotations'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { DiskFullNotice } from './frame'
import './photo_full.css'
import { type Aim, useDrawing } from './drawing'
import { diskFull, useSaving } from './saving'

const w = words({
  arrow: ['箭头', 'Arrow'],
  circle: ['圈', 'Circle'],
  line: ['画线', 'Line'],
  tools: ['标注', 'Mark'],
  undo: ['撤销一笔', 'Undo'],
  close: ['关上', 'Close'],
  done: ['画好了', 'Keep the marks'],
  how: ['按住拖一笔；或点两下，起点和终点。', 'Drag, or tap twice: start and end.'],
  keys: ['键盘：方向键移准星，回车定点。', 'Keyboard: the arrow keys move the cross, Enter sets a point.'],
  kept: ['照片不变，标注画在上面一层。', 'The photo stays as it is; the marks lie over it.'],
  second: ['再点终点', 'Now tap the end'],
  canvas: [(what: string) => `在照片上画：${what}`, (what: string) => `Draw on the photo: ${what}`],
})

const TOOLS: Record<ShapeKind, IconName> = { arrow: 'arrow-up-right', circle: 'circle', line: 'scribble' }

interface PhotoFullProps {
  photo: Photo
  alt: string
  onClose: () => void
}

export default function PhotoFull({ photo, alt, onClose }: PhotoFullProps) {
  const box = useRef<HTMLDialogElement>(null)
  const address = useLive(() => photoUrl(photo.id, 'w1280'), [photo.id])
  const drawn = useLive(() => drawnOn(photo.id), [photo.id]) ?? NOTHING_DRAWN
  const key = `annotate:${photo.id}`
  const [typed, type, drop] = useDraft<{ shapes: Shape[] | null }>(key, { shapes: null })
  const shapes = typed.shapes ?? drawn.own
  const [tool, setTool] = useState<ShapeKind>('arrow')
  const [saving, save] = useSaving()
  const put = (next: readonly Shape[]) => type({ shapes: [...next] })
  const drawing = useDrawing(tool, (shape) => put([...shapes, shape]))
  useEffect(() => box.current?.showModal(), [])
  const keep = () => {
    if (typed.shapes === null) return onClose()
    save(async () => {
      await mutate(
        'photo.annotate',
        { annotation_id: uuid7(), photo_id: photo.id, shapes: [...shapes] },
        { draft: key },
      )
      onClose()
    })
  }
  const leave = () => {
    if (typed.shapes === null || typed.shapes.length === 0) drop()
    onClose()
  }
  const onEscape = (event: Event) => {
    event.preventDefault()
    leave()
  }
  return (
    <dialog ref={box} class="photofull" aria-label={alt} onCancel={onEscape}>
      <header>
        <Button size="sq" icon="x" label={w.close()} onTap={leave} />
        <p class="meta" aria-live="polite">
          {drawing.begun ? w.second() : typed.shapes === null ? w.how() : w.kept()} <span class="keys">{w.keys()}</span>
        </p>
      </header>
      {diskFull.value && <DiskFullNotice />}
      <div class="board">
        <div
          class="paper"
          role="application"
          aria-label={w.canvas(w[tool]())}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the cross on the board is moved with the keys
          tabIndex={0}
          style={{ '--w': photo.width, '--h': photo.height }}
          {...drawing.listeners}
        >
          {address && <img src={address} alt={alt} draggable={false} />}
          <Marks
            shapes={[...drawn.others, ...shapes, ...drawing.open]}
            width={photo.width}
            height={photo.height}
            fit="meet"
          />
          {drawing.aim && <Cross aim={drawing.aim} />}
        </div>
      </div>
      <footer>
        {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in every browser */}
        <div class="tools" role="group" aria-label={w.tools()}>
          {(Object.keys(TOOLS) as ShapeKind[]).map((kind) => (
            <button key={kind} type="button" aria-pressed={kind === tool} onClick={() => setTool(kind)}>
              <Icon name={TOOLS[kind]} />
              {w[kind]()}
            </button>
          ))}
          <button
            type="button"
            aria-disabled={shapes.length === 0 || undefined}
            onClick={() => shapes.length > 0 && put(shapes.slice(0, -1))}
          >
            <Icon name="arrow-counter-clockwise" />
            {w.undo()}
          </button>
        </div>
        <Button kind="main" wide off={saving} onTap={keep}>
          {w.done()}
        </Button>
      </footer>
    </dialog>
  )
}

function Cross({ aim: [x, y] }: { aim: Aim }) {
  return <span class="cross" style={{ left: `${x / 100}%`, top: `${y / 100}%` }} aria-hidden="true" />
}
