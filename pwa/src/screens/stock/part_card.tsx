/** One part's card: on hand by place, its batches and holds, and its newest movements (PART-1, PART-9). */
import { Empty } from '../../parts/empty'
import type { ScreenProps } from '../../parts/route'
import { dayAndClock } from '../../parts/times'
import { words } from '../../parts/words'
import { useLive } from '../../store/live'
import { type Names, names, type PartCardBooks, partCard } from '../../store/stock_room'
import { partName, unitName } from '../part_name'
import { StoreFrame } from './frame'
import { PartHolds } from './part_holds'
import { placeName } from './place_words'
import { documentOf, stepName } from './step_words'

const w = words({
  none: ['没有这个件', 'There is no such part'],
  noneWhat: ['可能刚从资料里去掉。', 'It may have left the catalogue.'],
  title: ['备件', 'Part'],
  onHand: ['账上', 'On hand'],
  nowhere: ['账上哪里都没有', 'The books place none anywhere'],
  road: ['路上', 'On the road'],
  below: ['负数，等主管对账', 'below zero, for a manager to settle'],
  moves: ['最近的进出', 'Latest movements'],
  noMoves: ['这台设备上还没有它的进出', 'No movement of it is on this device'],
  batch: ['批号', 'Batch'],
  batches: ['批次', 'Batches'],
  batchesWhat: [
    '车上装掉的不报批号，所以车上最多有这些。',
    'A fitted piece tells no batch: a van has at most this many.',
  ],
  atMost: [(pieces: number) => `最多 ${pieces}`, (pieces: number) => `at most ${pieces}`],
  serialised: ['有序列号', 'with serial numbers'],
})

export default function PartCard({ params }: ScreenProps) {
  const id = params.id ?? ''
  const books = useLive(() => partCard(id), [id])
  const known = useLive(names)
  if (books === undefined || known === undefined)
    return (
      <StoreFrame title={w.title()} aside={null}>
        {null}
      </StoreFrame>
    )
  if (books === null)
    return (
      <StoreFrame title={w.title()} aside={null}>
        <Empty icon="package" title={w.none()}>
          {w.noneWhat()}
        </Empty>
      </StoreFrame>
    )
  const { part } = books
  return (
    <StoreFrame
      title={partName(part)}
      meta={
        <>
          <span class="mono">{part.part_no}</span> {part.serialised && `· ${w.serialised()}`}
        </>
      }
      aside={
        <>
          <OnHand books={books} names={known} />
          <Batches books={books} names={known} />
          <PartHolds books={books} names={known} />
        </>
      }
    >
      <Movements books={books} names={known} />
    </StoreFrame>
  )
}

interface Props {
  books: PartCardBooks
  names: Names
}

function OnHand({ books: { part, places, onTheRoad }, names }: Props) {
  const road = onTheRoad.flatMap(({ sent }) => sent).filter(({ part_id }) => part_id === part.id)
  const pieces = road.reduce((sum, { quantity }) => sum + quantity, 0)
  return (
    <section>
      <h2 class="cap">{w.onHand()}</h2>
      <ul class="sheet flush list">
        {places.length + pieces === 0 && <li class="meta">{w.nowhere()}</li>}
        {places.map(({ location, quantity }) => (
          <li key={location}>
            <span class="grow">
              {placeName(location, names)}
              {quantity < 0 && <span class="meta line warn">{w.below()}</span>}
            </span>
            <b class={quantity < 0 ? 'key warn' : 'key'}>{quantity}</b>
            <span class="cap">{unitName(part, quantity)}</span>
          </li>
        ))}
        {pieces > 0 && (
          <li>
            <a class="grow" href="/stock/transfers">
              {w.road()}
            </a>
            <b class="key">{pieces}</b>
            <span class="cap">{unitName(part, pieces)}</span>
          </li>
        )}
      </ul>
    </section>
  )
}

function Batches({ books: { batches, places }, names }: Props) {
  if (batches.length === 0) return null
  const onHand = (location: string) => places.find((place) => place.location === location)?.quantity ?? 0
  return (
    <section>
      <h2 class="cap">{w.batches()}</h2>
      <ul class="sheet flush list">
        {batches.map((one) => {
          const van = one.location.startsWith('van:')
          const most = van ? Math.max(0, Math.min(one.quantity, onHand(one.location))) : one.quantity
          return (
            <li key={one.id}>
              <b class="mono">{one.batch}</b>
              <span class="grow meta">{placeName(one.location, names)}</span>
              <b>{van ? w.atMost(most) : most}</b>
            </li>
          )
        })}
        {batches.some(({ location }) => location.startsWith('van:')) && <li class="meta">{w.batchesWhat()}</li>}
      </ul>
    </section>
  )
}

function Movements({ books: { steps }, names }: Props) {
  return (
    <section>
      <h2 class="cap">{w.moves()}</h2>
      {steps.length === 0 ? (
        <Empty icon="arrows-down-up" title={w.noMoves()} />
      ) : (
        <ol class="sheet flush list moves">
          {told(steps).map((step) => {
            const there = placeName(step.other, names)
            const here = placeName(step.location, names)
            const [from, to] = step.quantity < 0 ? [here, there] : [there, here]
            const document = documentOf(step)
            return (
              <li key={`${step.mutation_id} ${step.line} ${step.location}`}>
                <span class="meta when">{dayAndClock(step.at)}</span>
                <span class="grow">
                  {document ? (
                    <a href={document}>
                      <b>{stepName(step)}</b>
                    </a>
                  ) : (
                    <b>{stepName(step)}</b>
                  )}
                  <span class="meta line">
                    {from} → {to}
                    {names.people.has(step.by) && ` · ${names.people.get(step.by)?.name}`}
                    {step.batch && ` · ${w.batch()} ${step.batch}`}
                  </span>
                </span>
                <b class={step.quantity < 0 ? 'key' : 'key acc'}>
                  {step.quantity > 0 ? '+' : '−'}
                  {Math.abs(step.quantity)}
                </b>
              </li>
            )
          })}
        </ol>
      )}
    </section>
  )
}

/** A movement between two places that are both seen here is told once, as the shelves see it. */
function told(steps: PartCardBooks['steps']): PartCardBooks['steps'] {
  const seen = new Map<string, PartCardBooks['steps'][number]>()
  for (const step of steps) {
    const key = `${step.mutation_id} ${[step.location, step.other].sort().join(' ')} ${step.batch}`
    if (!seen.has(key) || step.location.startsWith('store:')) seen.set(key, step)
  }
  return [...seen.values()]
}
