/** A recorded swap put right before the customer signs: only what changed is recorded, each with what it was (PART-4). */
import { useLayoutEffect, useRef, useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { type Correctable, correctable } from '../../mutations/swap_corrections'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { Heading, Sheet } from '../../parts/sheet'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import { same } from '../../rules/merge'
import type { Presets } from '../../rules/presets'
import type { Bodies, Visit } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { partOnHand, type SwapSeen } from '../../store/swaps'
import { partName, unitName } from '../part_name'
import { PartPicker } from './part_picker'
import { useSaving } from './saving'
import { Cause, Pieces, SerialField, Source } from './swap_fields'
import { SwapReasons } from './swap_reasons'

const w = words({
  title: ['更正这一组', 'Correct this swap'],
  part: ['装的是另一个件', 'It was another part'],
  newSerial: ['新件序列号', 'Serial of the new part'],
  oldSerial: ['旧件序列号', 'Serial of the old part'],
  reason: ['为什么换', 'Why it was replaced'],
  giveReason: ['写一句为什么换', 'Say why it was replaced'],
  keep: ['改好了', 'Keep the correction'],
  leave: ['不改了', 'Leave it as it was'],
  kept: ['改好了，账跟着改', 'Corrected; the books follow'],
})

interface SwapCorrectProps {
  visit: Visit
  seen: SwapSeen
  presets: Presets
  onDone: () => void
}

export default function SwapCorrect({ visit, seen: { swap, old_part }, presets, onDone }: SwapCorrectProps) {
  const recorded = correctable(swap, old_part)
  const key = `swap:${swap.id}:correct`
  const [typed, type, drop] = useDraft<Correctable>(key, recorded)
  const [picking, setPicking] = useState(false)
  const [asked, setAsked] = useState(false)
  const [saving, save] = useSaving()
  const chosen = useLive(() => partOnHand(typed.part_id, visit.station_id), [typed.part_id, visit.station_id])
  const box = useRef<HTMLElement>(null)
  useLayoutEffect(() => box.current?.scrollIntoView?.({ block: 'start' }), [])
  const put = (values: Partial<Correctable>) => type({ ...typed, ...values })
  const leave = () => {
    drop()
    onDone()
  }
  const keep = () => {
    setAsked(true)
    if (!typed.reason?.trim()) return
    const changes = changed(recorded, typed)
    if (Object.keys(changes).length === 0) return leave()
    save(async () => {
      await mutate('swap.correct', { swap_id: swap.id, visit_id: visit.id, changes }, { draft: key })
      say(w.kept())
      onDone()
    })
  }
  return (
    <section ref={box} class="correct" aria-label={w.title()}>
      <Heading>{w.title()}</Heading>
      <Sheet class="fields">
        {chosen && (
          <div class="row between">
            <p class="lead">{partName(chosen.part)}</p>
            <Button size="mid" onTap={() => setPicking(!picking)}>
              {w.part()}
            </Button>
          </div>
        )}
        {picking && (
          <PartPicker
            likely={[]}
            onPick={(part_id) => {
              setPicking(false)
              put({ part_id })
            }}
          />
        )}
        <Source
          name={`correct-source-${swap.id}`}
          source={typed.source}
          in_van={chosen?.in_van ?? 0}
          in_store={chosen?.in_store ?? null}
          onChoose={(source) => put({ source })}
        />
        <Pieces
          quantity={typed.quantity}
          unit={chosen ? unitName(chosen.part, typed.quantity) : ''}
          onChange={(quantity) => put(old_part ? { quantity, old_quantity: quantity } : { quantity })}
        />
        <SerialField
          label={w.newSerial()}
          value={typed.new_serial ?? ''}
          onInput={(serial) => put({ new_serial: serial || null })}
        />
        {old_part && (
          <SerialField
            label={w.oldSerial()}
            value={typed.old_serial ?? ''}
            onInput={(serial) => put({ old_serial: serial || null })}
          />
        )}
        <Cause causal={typed.causal ?? true} onChoose={(causal) => put({ causal })} />
        <Field
          label={w.reason()}
          lines={2}
          value={typed.reason ?? ''}
          onInput={(reason) => put({ reason })}
          bad={asked && !typed.reason?.trim() ? w.giveReason() : undefined}
        />
        <SwapReasons visit={visit} presets={presets} value={typed.reason} onSay={(reason) => put({ reason })} />
        <div class="act">
          <Button kind="main" off={saving} onTap={keep}>
            {w.keep()}
          </Button>
          <Button onTap={leave}>{w.leave()}</Button>
        </div>
      </Sheet>
    </section>
  )
}

/** Only what is different, each with the value that was seen. */
function changed(recorded: Correctable, typed: Correctable): Bodies['swap.correct']['changes'] {
  const fields = Object.keys(recorded) as (keyof Correctable)[]
  const different = fields.filter((field) => !same(recorded[field], typed[field]))
  return Object.fromEntries(different.map((field) => [field, { from: recorded[field], to: typed[field] }]))
}
