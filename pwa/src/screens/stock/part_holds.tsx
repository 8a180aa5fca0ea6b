/** The holds of one part: who has the batch, and putting it on hold or lifting it with a reason (PART-9). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Field, Pick } from '../../parts/field'
import { dayAndClock } from '../../parts/times'
import { say } from '../../parts/toast'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import type { BatchHold } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import { holder } from '../../store/holder'
import type { Names, PartCardBooks } from '../../store/stock_room'
import { useSaving } from '../visit/saving'
import { placeName } from './place_words'

const w = words({
  batch: [(batch: string) => `批号 ${batch} 停用`, (batch: string) => `Batch ${batch} is on hold`],
  whole: ['这个件全部停用', 'All of this part is on hold'],
  by: [
    (who: string, at: string, reason: string) => `${who} ${at}：${reason}`,
    (who: string, at: string, reason: string) => `${who}, ${at}: ${reason}`,
  ],
  has: [(where: string) => `还在：${where}`, (where: string) => `Still at: ${where}`],
  and: ['、', '; '],
  nobody: ['账上哪里都没有了', 'The books place none of it anywhere'],
  piecesAt: [
    (place: string, pieces: number) => `${place} ${pieces}`,
    (place: string, pieces: number) => `${place} ${pieces}`,
  ],
  road: ['路上', 'On the road'],
  place: ['停用一批', 'Put on hold'],
  which: ['停用哪批', 'Which batch'],
  all: ['全部', 'All of it'],
  other: ['别的批号', 'Another batch'],
  otherBatch: ['批号', 'Batch'],
  why: ['原因，大家都看得到', 'Reason; everybody sees it'],
  stop: ['停用', 'Hold it now'],
  cancel: ['先不停用', 'Not now'],
  lift: ['解除停用', 'Lift the hold'],
  liftWhy: ['为什么可以用了', 'Why it may be used again'],
  liftNow: ['解除', 'Lift it'],
  needReason: ['写上原因', 'Say why'],
  stopped: ['停用了', 'Put on hold'],
  lifted: ['解除了', 'The hold is lifted'],
})

interface Props {
  books: PartCardBooks
  names: Names
}

export function PartHolds({ books, names }: Props) {
  const [placing, place] = useState(false)
  const mayPlace = holder.value?.person.roles.some((role) => role === 'manager' || role === 'quality') ?? false
  const open = books.holds.filter(({ lifted_at }) => lifted_at === null)
  if (open.length === 0 && !mayPlace) return null
  return (
    <section class="holds">
      {open.map((hold) => (
        <Hold key={hold.id} hold={hold} books={books} names={names} mayLift={mayPlace} />
      ))}
      {mayPlace &&
        (placing ? (
          <Place books={books} onDone={() => place(false)} />
        ) : (
          <Button wide icon="hand-palm" onTap={() => place(true)}>
            {w.place()}
          </Button>
        ))}
    </section>
  )
}

function Hold({ hold, books, names, mayLift }: Props & { hold: BatchHold; mayLift: boolean }) {
  const key = `lift:${hold.id}`
  const [{ reason }, type, drop] = useDraft(key, { reason: '' })
  const [lifting, lift] = useState(false)
  const [, save] = useSaving()
  const who = names.people.get(hold.placed_by)?.name ?? ''
  const where = whereIs(hold, books, names)
  const liftIt = () => {
    if (reason.trim() === '') return
    save(async () => {
      const body = { hold_id: hold.id, part_id: hold.part_id, reason: reason.trim() }
      await mutate('batch_hold.lift', body, { draft: key })
      drop()
      say(w.lifted())
    })
  }
  return (
    <div class="sheet">
      <Verdict kind="no" title={hold.batch === null ? w.whole() : w.batch(hold.batch)}>
        {w.by(who, dayAndClock(hold.placed_at), hold.reason)}
      </Verdict>
      <p class="where">{where.length === 0 ? w.nobody() : w.has(where.join(w.and()))}</p>
      {mayLift && !lifting && (
        <Button size="mid" onTap={() => lift(true)}>
          {w.lift()}
        </Button>
      )}
      {lifting && (
        <div class="form">
          <Field
            label={w.liftWhy()}
            value={reason}
            hint={reason.trim() === '' ? w.needReason() : undefined}
            lines={2}
            onInput={(next) => type({ reason: next })}
          />
          <div class="act">
            <Button kind="main" off={reason.trim() === ''} onTap={liftIt}>
              {w.liftNow()}
            </Button>
            <Button onTap={() => lift(false)}>{w.cancel()}</Button>
          </div>
        </div>
      )}
    </div>
  )
}

/** Where pieces of it are: places by the books, and what is on the road. */
function whereIs(hold: BatchHold, { part, places, batches, onTheRoad }: PartCardBooks, names: Names): string[] {
  const onHand = new Map(places.map(({ location, quantity }) => [location, quantity]))
  const at =
    hold.batch === null
      ? places
      : batches
          .filter(({ batch }) => batch === hold.batch)
          .map(({ location, quantity }) => ({ location, quantity: Math.min(quantity, onHand.get(location) ?? 0) }))
  const road = onTheRoad
    .flatMap(({ sent }) => sent)
    .filter((line) => line.part_id === part.id && (hold.batch === null || line.batch === hold.batch))
    .reduce((sum, { quantity }) => sum + quantity, 0)
  return [
    ...at
      .filter(({ quantity }) => quantity > 0)
      .map(({ location, quantity }) => w.piecesAt(placeName(location, names), quantity)),
    ...(road > 0 ? [w.piecesAt(w.road(), road)] : []),
  ]
}

const ALL = ''
const OTHER = '…'

function Place({ books: { part, batches }, onDone }: { books: PartCardBooks; onDone: () => void }) {
  const key = `hold:${part.id}`
  const known = [...new Set(batches.map(({ batch }) => batch))]
  const [typed, type, drop] = useDraft(key, { which: known[0] ?? ALL, other: '', reason: '' })
  const [, save] = useSaving()
  const batch = typed.which === OTHER ? typed.other.trim() : typed.which
  const ready = typed.reason.trim() !== '' && (typed.which !== OTHER || batch !== '')
  const stop = () => {
    if (!ready) return
    save(async () => {
      const body = {
        hold_id: uuid7(),
        part_id: part.id,
        batch: batch === ALL ? null : batch,
        reason: typed.reason.trim(),
      }
      await mutate('batch_hold.place', body, { draft: key })
      drop()
      say(w.stopped())
      onDone()
    })
  }
  return (
    <div class="sheet form">
      <Pick
        label={w.which()}
        value={typed.which}
        options={[
          ...known.map((value) => ({ value, label: value })),
          { value: OTHER, label: w.other() },
          { value: ALL, label: w.all() },
        ]}
        onPick={(which) => type({ ...typed, which })}
      />
      {typed.which === OTHER && (
        <Field label={w.otherBatch()} value={typed.other} onInput={(other) => type({ ...typed, other })} />
      )}
      <Field
        label={w.why()}
        value={typed.reason}
        hint={typed.reason.trim() === '' ? w.needReason() : undefined}
        lines={2}
        onInput={(reason) => type({ ...typed, reason })}
      />
      <div class="act">
        <Button kind="main" icon="hand-palm" off={!ready} onTap={stop}>
          {w.stop()}
        </Button>
        <Button onTap={onDone}>{w.cancel()}</Button>
      </div>
    </div>
  )
}
