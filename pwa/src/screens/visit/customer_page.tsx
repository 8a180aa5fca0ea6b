/** The page that the customer reads and signs: everything to read, a place to sign, and no way into the app (VIS-6). */
import { useState } from 'preact/hooks'
import { sealedSign } from '../../mutations/sealing'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { Segmented } from '../../parts/segmented'
import { framed, isSignature, NOTHING_DRAWN } from '../../parts/strokes'
import { INITIAL } from '../../rules/presets'
import { maySignToo } from '../../rules/signatures'
import { useLive } from '../../store/live'
import { presets } from '../../store/presets'
import { CUSTOMER_LANGUAGES } from './customer_languages'
import { c } from './customer_words'
import { DiskFullNotice } from './frame'
import { diskFull, useSaving } from './saving'
import { SignBox } from './sign_box'
import { customerLanguage, signingDraft } from './signing'
import { Stamp, StampLink } from './stamp_row'
import type { HandsProps } from './step'
import { Summary } from './summary'
import { ToPad } from './to_pad'

/** What the pad of a typed name and of a stamp would have been; nothing is drawn on it. */
const BLANK = { width: 1200, height: 480, strokes: [] }

export function CustomerPage(props: HandsProps) {
  const { visit, swaps, signing, keep, hands, signatures, change } = props
  const { name, role, drawing, typed, stamp_photo_id } = signing
  const least = useLive(presets) ?? INITIAL
  const [saving, save] = useSaving()
  const [naming, setNaming] = useState(name.trim() === '')
  const [byTyping, setByTyping] = useState(typed)
  const [wiping, setWiping] = useState(false)
  const wipe = () => {
    setWiping(false)
    keep({ drawing: NOTHING_DRAWN })
  }
  const otherWay = () => {
    setByTyping(!byTyping)
    keep({ typed: false })
  }
  const drawn = isSignature(drawing, least)
  const mark = typed ? 'typed' : drawn ? 'drawn' : stamp_photo_id !== null ? 'stamped' : null
  const signer = { signer_name: name.trim(), signer_role: role.trim() || null }
  const named = signer.signer_name !== ''
  const twice = named && !maySignToo(signer, signatures, least.signers_most)
  const ready = named && mark !== null && !twice
  const confirm = () => {
    if (mark === null) return
    const { width, height, strokes } = mark === 'drawn' ? framed(drawing) : BLANK
    save(async () => {
      await sealedSign(
        {
          visit_id: visit.id,
          signature_id: hands.signature_id,
          mark,
          stamp_photo_id,
          ...signer,
          language: customerLanguage.value,
          width,
          height,
          strokes,
        },
        { draft: signingDraft(visit.id) },
      )
      navigator.vibrate?.(30)
    })
  }
  const oldPartsLeave = swaps.some(({ old_part }) => old_part !== null)
  return (
    <div class="sign">
      <header class="sh">
        <div class="grow">
          <h1 id="customer-title">{c.title()}</h1>
          <p class="meta">{c.readOnly()}</p>
        </div>
        <div class="lang">
          <Segmented
            label={c.language()}
            value={customerLanguage.value}
            options={CUSTOMER_LANGUAGES}
            onChoose={(language) => change({ language })}
          />
        </div>
      </header>
      <section class="sum">
        <Summary {...props} />
      </section>
      <ToPad />
      <section class="signbox" tabIndex={-1} aria-labelledby="clause">
        {diskFull.value && <DiskFullNotice />}
        {signatures.length > 0 && (
          <p class="meta">{c.before(signatures.map(({ signer_name }) => signer_name).join(c.and()))}</p>
        )}
        <h2 id="clause" class="clause">
          {oldPartsLeave ? c.clauseOldPart() : c.clause()}
        </h2>
        <SignBox {...{ visit, signing, keep, least, twice, naming, byTyping }} onNamed={() => setNaming(false)} />
        <Stamp {...props} alone={mark === 'stamped'} />
        {wiping ? (
          <div class="sa wipe" role="alertdialog" aria-label={c.wipe()}>
            <b>{c.wipe()}</b>
            <Button onTap={() => setWiping(false)}>{c.wipeNo()}</Button>
            <Button icon="eraser" onTap={wipe}>
              {c.wipeYes()}
            </Button>
          </div>
        ) : (
          <div class="sa">
            <Button kind="main" icon="check" off={!ready || saving} onTap={confirm}>
              {c.confirm()}
            </Button>
            <Button icon="eraser" off={drawing.strokes.length === 0} onTap={() => setWiping(true)}>
              {c.again()}
            </Button>
            <Button onTap={() => change({ stage: 'back', next: 'decline' })}>{c.decline()}</Button>
          </div>
        )}
        <fieldset class="foot" aria-label={c.otherWays()}>
          <button type="button" class="textlink" onClick={otherWay}>
            <Icon name={byTyping ? 'signature' : 'pencil-simple'} /> {byTyping ? c.drawing() : c.typing()}
          </button>
          <StampLink {...props} />
          {!naming && (
            <button type="button" class="textlink" onClick={() => setNaming(true)}>
              <Icon name="user" /> {c.change()}
            </button>
          )}
          <button type="button" class="textlink last" onClick={() => change({ stage: 'back', next: 'hand_over' })}>
            <Icon name="lock-simple" /> {c.back()}
          </button>
        </fieldset>
        <p class="meta quiet valid">
          <Icon name="device-mobile" size="s" /> {c.offline()}
        </p>
      </section>
    </div>
  )
}
