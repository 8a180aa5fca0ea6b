/** The page that the customer reads and signs: everything to read, a place to sign, and no way into the app (VIS-6). */
import { sealedSign } from '../../mutations/sealing'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { Segmented } from '../../parts/segmented'
import { framed, isSignature } from '../../parts/strokes'
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
import { StampRow } from './stamp_row'
import type { HandsProps } from './step'
import { Summary } from './summary'

/** What the pad of a typed name and of a stamp would have been; nothing is drawn on it. */
const BLANK = { width: 1200, height: 480, strokes: [] }

export function CustomerPage(props: HandsProps) {
  const { visit, swaps, signing, keep, hands, signatures, change } = props
  const { name, role, drawing, typed, stamp_photo_id } = signing
  const least = useLive(presets) ?? INITIAL
  const [saving, save] = useSaving()
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
      <section class="signbox">
        {diskFull.value && <DiskFullNotice />}
        {signatures.length > 0 && (
          <p class="meta">{c.before(signatures.map(({ signer_name }) => signer_name).join(c.and()))}</p>
        )}
        <p class="clause">{oldPartsLeave ? c.clauseOldPart() : c.clause()}</p>
        <SignBox visit={visit} signing={signing} keep={keep} least={least} twice={twice} />
        <StampRow {...props} alone={stamp_photo_id !== null && mark === 'stamped'} />
        <div class="sa">
          <Button kind="main" icon="check" off={!ready || saving} onTap={confirm}>
            {c.confirm()}
          </Button>
          <Button onTap={() => change({ stage: 'back', next: 'decline' })}>{c.decline()}</Button>
        </div>
        <div class="foot meta">
          <span>
            <Icon name="device-mobile" size="s" /> {c.offline()}
          </span>
          <button type="button" class="textlink" onClick={() => change({ stage: 'back', next: 'hand_over' })}>
            <Icon name="lock-simple" size="s" /> {c.back()}
          </button>
        </div>
      </section>
    </div>
  )
}
