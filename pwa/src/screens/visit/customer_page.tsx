/** The page in the customer's hands: everything to read, a place to sign, and no way into the rest of the app (VIS-6). */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { Icon } from '../../parts/icon'
import { Pad } from '../../parts/pad'
import { Segmented } from '../../parts/segmented'
import { framed, isSignature, NOTHING_DRAWN } from '../../parts/strokes'
import { uuid7 } from '../../rules/ids'
import { c } from './customer_words'
import { DiskFullNotice } from './frame'
import { diskFull, useSaving } from './saving'
import { customerLanguage, signingDraft } from './signing'
import type { SigningProps } from './step'
import { Summary } from './summary'
import './customer_page.css'

export function CustomerPage(props: SigningProps) {
  const { visit, swaps, signing, keep } = props
  const box = useRef<HTMLDialogElement>(null)
  const { name, role, drawing } = signing
  const [naming, setNaming] = useState(name.trim() === '')
  useLayoutEffect(() => {
    customerLanguage.value = signing.language
  }, [signing.language])
  // A modal dialog: keyboard and screen reader reach nothing else of the app.
  useEffect(() => {
    box.current?.showModal()
  }, [])
  const [saving, save] = useSaving()
  const named = name.trim() !== ''
  const ready = named && isSignature(drawing)
  const confirm = () => {
    const { width, height, strokes } = framed(drawing)
    save(async () => {
      await mutate(
        'visit.sign',
        {
          visit_id: visit.id,
          signature_id: uuid7(),
          signer_name: name.trim(),
          signer_role: role.trim() || null,
          language: signing.language,
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
  const few = drawing.strokes.length > 0 && !isSignature(drawing)
  return (
    <dialog
      ref={box}
      class="customer"
      lang={signing.language === 'zh' ? 'zh-CN' : 'en'}
      aria-labelledby="customer-title"
      onCancel={(event) => {
        event.preventDefault()
        keep({ stage: 'handover' })
      }}
    >
      <div class="sign">
        <header class="sh">
          <button type="button" class="iconbtn" aria-label={c.back()} onClick={() => keep({ stage: 'handover' })}>
            <Icon name="arrow-left" size="l" />
          </button>
          <div class="grow">
            <h1 id="customer-title">{c.title()}</h1>
            <p class="meta">{c.readOnly()}</p>
          </div>
          <div class="lang">
            <Segmented
              label={c.language()}
              value={signing.language}
              options={[
                { value: 'zh', label: '中文' },
                { value: 'en', label: 'English' },
              ]}
              onChoose={(language) => keep({ language })}
            />
          </div>
        </header>
        <section class="sum">
          <Summary {...props} />
        </section>
        <section class="signbox">
          {diskFull.value && <DiskFullNotice />}
          <p class="clause">{oldPartsLeave ? c.clauseOldPart() : c.clause()}</p>
          {naming && (
            <form
              class="naming"
              onSubmit={(event) => {
                event.preventDefault()
                setNaming(!named)
              }}
            >
              <Field label={c.name()} value={name} autocomplete="off" onInput={(typed) => keep({ name: typed })} />
              <Field label={c.role()} value={role} autocomplete="off" onInput={(typed) => keep({ role: typed })} />
              <Button size="mid" type="submit">
                {c.keep()}
              </Button>
            </form>
          )}
          <Pad
            drawing={drawing}
            onDraw={(drawn) => keep({ drawing: drawn })}
            label={c.pad(drawing.strokes.length)}
            who={named ? [name, role].filter(Boolean).join(' · ') : c.nameFirst()}
            note={few ? c.few(drawing.strokes.length) : c.strokes(drawing.strokes.length)}
          />
          <div class="sa">
            <Button icon="eraser" off={drawing.strokes.length === 0} onTap={() => keep({ drawing: NOTHING_DRAWN })}>
              {c.again()}
            </Button>
            <Button onTap={() => keep({ stage: 'decline' })}>{c.decline()}</Button>
            <Button kind="main" icon="check" off={!ready || saving} onTap={confirm}>
              {c.confirm()}
            </Button>
          </div>
          <div class="foot meta">
            <span>
              <Icon name="device-mobile" size="s" /> {c.offline()}
            </span>
            {!naming && (
              <button type="button" class="textlink" onClick={() => setNaming(true)}>
                {c.change()}
              </button>
            )}
          </div>
        </section>
      </div>
    </dialog>
  )
}
