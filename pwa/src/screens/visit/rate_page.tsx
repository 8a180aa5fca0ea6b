/** What the customer thinks of the service: asked after the signature, the technician not looking (VIS-11). */
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { Icon, type IconName } from '../../parts/icon'
import { uuid7 } from '../../rules/ids'
import { INITIAL } from '../../rules/presets'
import { useLive } from '../../store/live'
import { presets } from '../../store/presets'
import { c } from './customer_words'
import { DiskFullNotice } from './frame'
import { diskFull, useSaving } from './saving'
import type { HandsProps } from './step'

const FACES: readonly [score: number, face: IconName][] = [
  [5, 'smiley-sticker'],
  [4, 'smiley'],
  [3, 'smiley-meh'],
  [2, 'smiley-sad'],
  [1, 'smiley-angry'],
]

export function RatePage({ hands, visit, signatures, technician, change }: HandsProps) {
  const [saving, save] = useSaving()
  const { signers_most } = useLive(presets) ?? INITIAL
  const { score, words } = hands
  const name = technician?.name ?? c.technician()
  const send = () =>
    save(async () => {
      if (score !== null) {
        const said = words.trim() || null
        await mutate('visit.rate', { visit_id: visit.id, rating_id: uuid7(), score, words: said })
      }
      change({ stage: 'back', next: 'hand_over', score: null, words: '' })
    })
  const another = () => change({ stage: 'sign', signature_id: uuid7(), score: null, words: '' })
  return (
    <main class="rate" tabIndex={-1}>
      <header>
        <Icon name="seal-check" size="l" tone="acc" />
        <h1 id="customer-title">{c.signedNow()}</h1>
        <p class="meta">{c.signedBy(signatures.map(({ signer_name }) => signer_name).join(c.and()))}</p>
      </header>
      {diskFull.value && <DiskFullNotice />}
      <section class="sheet">
        <h2 class="key" id="how-was-it">
          {c.howWasIt()}
        </h2>
        <p class="meta">{c.unseen(name)}</p>
        <fieldset class="faces" aria-labelledby="how-was-it">
          {FACES.map(([worth, face]) => (
            <label key={worth}>
              <input
                type="radio"
                name="score"
                value={worth}
                checked={score === worth}
                onChange={() => change({ score: worth })}
              />
              <span>
                <Icon name={face} size="l" />
                <b>{c[`score_${worth as 1 | 2 | 3 | 4 | 5}`]()}</b>
              </span>
            </label>
          ))}
        </fieldset>
        {score !== null && (
          <Field label={c.say()} lines={2} value={words} onInput={(typed) => change({ words: typed })} />
        )}
      </section>
      <div class="ra">
        {score === null ? (
          <Button wide off={saving} onTap={send}>
            {c.skip()}
          </Button>
        ) : (
          <Button kind="main" wide icon="check" off={saving} onTap={send}>
            {c.send()}
          </Button>
        )}
        {signatures.length < signers_most && (
          <Button wide icon="signature" off={saving} onTap={another}>
            {c.another()}
          </Button>
        )}
      </div>
    </main>
  )
}
