/** Where somebody signs: the pad with its name, or the typed name of somebody who cannot draw one (VIS-6). */
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
  naming: boolean
  onNamed: () => void
  byTyping: boolean
}

export function SignBox({ visit, signing, keep, least, twice, naming, onNamed, byTyping }: SignBoxProps) {
  const { name, role, drawing, typed } = signing
  const named = name.trim() !== ''
  const drawn = drawing.strokes.length
  const draw = (next: Drawing) => keep({ drawing: next })
  return (
    <>
      {naming && (
        <form
          class="naming"
          onSubmit={(event) => {
            event.preventDefault()
            if (named) onNamed()
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
          corner={
            drawn > 0 && (
              <Button size="mid" icon="arrow-bend-up-left" onTap={() => draw(withoutLast(drawing))}>
                {c.undo()}
              </Button>
            )
          }
        />
      )}
      {twice && !naming && (
        <p class="meta bad" role="alert">
          {c.twice()}
        </p>
      )}
    </>
  )
}

/** Without the stroke that was made last; an empty pad takes its frame anew. */
function withoutLast({ strokes, ...frame }: Drawing): Drawing {
  return strokes.length === 1 ? NOTHING_DRAWN : { ...frame, strokes: strokes.slice(0, -1) }
}

/** How many strokes there are, and what they lack to be a signature. */
function noteOf(drawing: Drawing, least: Presets): string {
  const drawn = drawing.strokes.length
  if (drawn === 0 || isSignature(drawing, least)) return c.strokes(drawn)
  return drawn < least.signature_min_strokes ? c.few(drawn, least.signature_min_strokes) : c.small()
}
