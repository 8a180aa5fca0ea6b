/** A square code as large as the phone shows it, with the short code that a person can say. */
import { useMemo } from 'preact/hooks'
import { qrSquare } from '../../parts/qr'
import { spacedTag } from '../../parts/tag'
import { words } from '../../parts/words'

const w = words({
  spoken: ['扫不了就念这七位', 'If it cannot be read, say these seven characters'],
})

/** The quiet zone that a reader needs, in modules. */
const QUIET = 3

interface Props {
  text: string
  code: string
  /** What it is, for those who only hear it. */
  name: string
}

export function Square({ text, code, name }: Props) {
  const { size, path } = useMemo(() => qrSquare(text), [text])
  return (
    <div class="handsquare" data-text={text}>
      <svg
        viewBox={`${-QUIET} ${-QUIET} ${size + 2 * QUIET} ${size + 2 * QUIET}`}
        shape-rendering="crispEdges"
        role="img"
        aria-label={name}
      >
        <path d={path} />
      </svg>
      <p class="code">
        {spacedTag(code.slice(0, -1))}
        <i>{code.slice(-1)}</i>
      </p>
      <p class="meta">{w.spoken()}</p>
    </div>
  )
}
