/** Where somebody signs: the pad with its name, or the typed name of somebody who cannot draw one (VIS-6). */
import { useState } from 'preact/hooks'
import { Button } from '../../parts/button'
import { Tick } from '../../parts/choice'
import { Field } from '../../parts/field'
import { Pad } from '../../parts/pad'
import { type Drawing, isSignature, NOTHING_DRAWN } from '../../parts/strokes'
import type { Presets } from '../../rules/presets'
import type { Visit } from '../../rules/wire'
import { c } from './customer_words'
import { keepUnfinished, type Signing } from './signing'

interface SignBoxProps {
  visit: Visit
  signing: Signing
  keep: (typed: Partial<Signing>) => void
  least: Presets
  /** Somebody of this name has signed already. */
  twice: boolean
}

export function SignBox({ visit, signing, keep, least, twice }: SignBoxProps) {
  const { name, role, drawing, typed } = signing
  const named = name.trim() !== ''
  const [naming, setNaming] = useState(!named)
  const [byTyping, setByTyping] = useState(typed)
  const [wiping, setWiping] = useState(false)
  const drawn = drawing.strokes.length
  const draw = (next: Drawing) => keep({ drawing: next })
  return (
    <>
      {naming && (
        <form
          class="naming"
          onSubmit={(event) => {
            event.preventDefault()
            setNaming(!named)
          }}
        >
          <Field
            label={c.name()}
            value={name}
            autocomplete="off"
            onInput={(text) => keep({ name: text, typed: false })}
            bad={twice ? c.twice() : undefined}
          />
          <Field label={c.role()} value={role} autocomplete="off" onInput={(text) => keep({ role: text })} />
          <Button size="mid" type="submit">
            {c.keep()}
          </Button>
        </form>
      )}
      {byTyping ? (
        <div class="typedmark">
          <p class="key">{named ? name : c.nameFirst()}</p>
          {named && <Tick label={c.typedMark(name)} ticked={typed} onTick={(ticked) => keep({ typed: ticked })} />}
        </div>
      ) : (
        <Pad
          drawing={drawing}
          onDraw={draw}
          onKeep={(unfinished) => keepUnfinished(visit.id, signing, unfinished)}
          label={c.pad(drawn)}
          who={named ? [name, role].filter(Boolean).join(' · ') : c.nameFirst()}
          note={noteOf(drawing, least)}
        />
      )}
      {wiping ? (
        <div class="tools" role="alertdialog" aria-label={c.wipe()}>
          <span class="grow">{c.wipe()}</span>
          <Button size="mid" onTap={() => setWiping(false)}>
            {c.wipeNo()}
          </Button>
          <Button
            size="mid"
            onTap={() => {
              setWiping(false)
              draw(NOTHING_DRAWN)
            }}
          >
            {c.wipeYes()}
          </Button>
        </div>
      ) : (
        <div class="tools">
          {!byTyping && (
            <>
              <Button
                size="mid"
                icon="arrow-bend-up-left"
                off={drawn === 0}
                onTap={() => draw(drawn === 1 ? NOTHING_DRAWN : { ...drawing, strokes: drawing.strokes.slice(0, -1) })}
              >
                {c.undo()}
              </Button>
              <Button size="mid" icon="eraser" off={drawn === 0} onTap={() => setWiping(true)}>
                {c.again()}
              </Button>
            </>
          )}
          <Button
            kind="plain"
            size="mid"
            onTap={() => {
              setByTyping(!byTyping)
              keep({ typed: false })
            }}
          >
            {byTyping ? c.drawing() : c.typing()}
          </Button>
          {!naming && (
            <Button kind="plain" size="mid" onTap={() => setNaming(true)}>
              {c.change()}
            </Button>
          )}
        </div>
      )}
      {twice && !naming && (
        <p class="meta bad" role="alert">
          {c.twice()}
        </p>
      )}
    </>
  )
}

/** How many strokes there are, and what they lack to be a signature. */
function noteOf(drawing: Drawing, least: Presets): string {
  const drawn = drawing.strokes.length
  if (drawn === 0 || isSignature(drawing, least)) return c.strokes(drawn)
  return drawn < least.signature_min_strokes ? c.few(drawn, least.signature_min_strokes) : c.small()
}
