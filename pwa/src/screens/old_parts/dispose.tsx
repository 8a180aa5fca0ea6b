/** The month's list of disposal: what becomes of the listed old parts, signed by whoever answers for it (OLD-5). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { Pad } from '../../parts/pad'
import { go, type ScreenProps } from '../../parts/route'
import { Segmented } from '../../parts/segmented'
import { type Drawing, framed, isSignature, NOTHING_DRAWN } from '../../parts/strokes'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import type { Disposal } from '../../rules/wire'
import { oldPartsNamed } from '../../store/custody'
import { useDraft } from '../../store/drafts'
import { holder } from '../../store/holder'
import { useLive } from '../../store/live'
import { presets } from '../../store/presets'
import { useNow } from '../now'
import { choose, idsOf } from './chosen'
import { WAYS, wayName } from './disposal_words'
import { FormFrame } from './form_frame'

const w = words({
  title: ['处置旧件', 'Dispose of old parts'],
  month: ['哪个月的清单', 'The list of which month'],
  monthLacks: ['写成 2026-11 这样', 'Write it like 2026-11'],
  way: ['怎么处置', 'What becomes of them'],
  signer: ['签字人', 'Who signs'],
  signerLacks: ['写上签字人', 'Name who signs'],
  pad: [(n: number) => `签字的地方，已写 ${n} 笔`, (n: number) => `Place to sign, ${n} strokes`],
  strokes: [(n: number) => `${n} 笔`, (n: number) => (n === 1 ? '1 stroke' : `${n} strokes`)],
  undo: ['重写', 'Sign again'],
  signLacks: ['签上字才算数。', 'It counts once it is signed.'],
  note: ['备注，比如回收单位', 'Note, such as who collects them'],
  save: [(count: number) => `签字处置 ${count} 件`, (count: number) => `Dispose of ${count}, signed`],
})

interface Typed {
  month: string
  way: Disposal['way']
  signer: string
  note: string
  drawing: Drawing
}

export default function Dispose({ params }: ScreenProps) {
  const now = new Date(useNow())
  const ids = idsOf(params)
  const draft = `old_parts.dispose:${params.id ?? 'chosen'}`
  const month = `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}`
  const signer = holder.value?.person.name ?? ''
  const [typed, type, drop] = useDraft<Typed>(draft, { month, way: 'scrap', signer, note: '', drawing: NOTHING_DRAWN })
  const [tried, setTried] = useState(false)
  const parts = useLive(() => oldPartsNamed(ids), [ids.join()])
  const least = useLive(presets)
  if (parts === undefined || least === undefined) return <main tabIndex={-1} aria-busy="true" />
  const change = (changed: Partial<Typed>) => type({ ...typed, ...changed })
  const fits = /^\d{4}-(0[1-9]|1[0-2])$/.test(typed.month)
  const signed = isSignature(typed.drawing, least)
  const save = async () => {
    if (!fits || !signed || typed.signer.trim() === '') return setTried(true)
    const body = {
      ...{ disposal_id: uuid7(), month: typed.month, way: typed.way, old_part_ids: parts.map(({ id }) => id) },
      ...{ signer_name: typed.signer.trim(), note: typed.note.trim() || null, ...framed(typed.drawing) },
    }
    await mutate('disposal.record', body, { draft })
    drop()
    choose([])
    go(`/old-parts/disposal/${body.disposal_id}`, { replace: true })
  }
  return (
    <FormFrame
      title={w.title()}
      of={params.id}
      parts={parts}
      now={now}
      save={w.save(parts.length)}
      icon="signature"
      onSave={save}
    >
      <div class="sheet stack">
        <p class="cap">{w.way()}</p>
        <Segmented
          label={w.way()}
          value={typed.way}
          options={WAYS.map((value) => ({ value, label: wayName(value) }))}
          onChoose={(way) => change({ way })}
        />
        <Field
          label={w.month()}
          value={typed.month}
          bad={fits ? undefined : w.monthLacks()}
          onInput={(next) => change({ month: next.trim() })}
        />
        <Field label={w.note()} value={typed.note} onInput={(note) => change({ note })} />
        <Field
          label={w.signer()}
          value={typed.signer}
          autocomplete="off"
          bad={tried && typed.signer.trim() === '' ? w.signerLacks() : undefined}
          onInput={(next) => change({ signer: next })}
        />
      </div>
      <Pad
        drawing={typed.drawing}
        onDraw={(drawing) => change({ drawing })}
        onKeep={(drawing) => change({ drawing })}
        label={w.pad(typed.drawing.strokes.length)}
        who={typed.signer}
        note={w.strokes(typed.drawing.strokes.length)}
        corner={
          typed.drawing.strokes.length > 0 && (
            <Button size="mid" icon="arrow-bend-up-left" onTap={() => change({ drawing: NOTHING_DRAWN })}>
              {w.undo()}
            </Button>
          )
        }
      />
      {tried && !signed && (
        <p class="meta bad" role="alert">
          {w.signLacks()}
        </p>
      )}
    </FormFrame>
  )
}
