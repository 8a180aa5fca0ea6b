/** A box is unpacked blind: the clerk counts, and the slip shows when the box is closed (OLD-3). */
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { Icon } from '../../parts/icon'
import { spacedTag } from '../../parts/tag'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import { nameOfBox } from '../../rules/custody_chain'
import type { Id, Rows } from '../../rules/wire'
import type { Box } from '../../store/custody'

const w = words({
  waiting: [(count: number) => `路上的箱子 ${count}`, (count: number) => `Boxes on the way ${count}`],
  pick: ['点这箱：', 'Count box '],
  box: ['箱子', 'Box'],
  from: [(name: string) => `${name}装的`, (name: string) => `from ${name}`],
  carried: ['自己带来', 'carried, not mailed'],
  counted: [(count: number) => `你点到 ${count} 件`, (count: number) => `You counted ${count}`],
  blind: ['先点。装箱单上的数，关箱时才显示。', 'Count first. The number on the slip shows when you close the box.'],
  close: ['点完了，关箱', 'Close the box'],
  leave: ['先不点这箱', 'Leave this box'],
  same: [
    (count: number) => `对上了：单上也是 ${count} 件`,
    (count: number) => `It fits: the slip says ${count} as well`,
  ],
  differs: [
    (slip: number, counted: number) => `单上 ${slip} 件，你点到 ${counted} 件`,
    (slip: number, counted: number) => `The slip says ${slip}, you counted ${counted}`,
  ],
  differsWhat: [
    '照点到的关。缺的仍算在途中，主管去问。',
    'Close it as counted. What is missing is still on the road; the manager asks.',
  ],
  missing: ['单上有，箱里没有', 'On the slip, not in the box'],
  strays: [
    (count: number) => `单上没有的 ${count} 件，也收了`,
    (count: number) => `Not on the slip, received too: ${count}`,
  ],
  note: ['备注，比如箱子破了', 'Note, such as a broken box'],
  closeAsIs: ['照点到的关箱', 'Close as counted'],
  goOn: ['再点点', 'Count on'],
  noTag: ['没有标签', 'no tag'],
  part: ['旧件', 'Old part'],
})

/** What the clerk is counting, kept as a draft. */
export interface Counting {
  manifestId: Id | null
  no: number
  tookIn: readonly Id[]
  /** The slip has been shown. */
  shown: boolean
  note: string
}

export const NO_BOX: Counting = { manifestId: null, no: 0, tookIn: [], shown: false, note: '' }

export const isOf = ({ manifestId, no }: Counting, box: Box): boolean => manifestId === box.manifest.id && no === box.no

/** The box that is still to be counted and that holds this part by its slip. */
export const boxHolding = (boxes: readonly Box[], oldPartId: Id): Box | undefined =>
  boxes.find(({ closing, oldPartIds }) => closing === undefined && oldPartIds.includes(oldPartId))

/** Boxes that somebody sent and nobody has counted; how many pieces lie in them is not said. */
export function BoxesOnTheWay({ boxes, onPick }: { boxes: readonly Box[]; onPick: (box: Box) => void }) {
  if (boxes.length === 0) return null
  return (
    <section aria-label={w.waiting(boxes.length)}>
      <h2 class="cap">{w.waiting(boxes.length)}</h2>
      <ul class="sheet flush list cases">
        {boxes.map((box) => {
          const name = nameOfBox(box.manifest.number, box.no)
          return (
            <li key={`${box.manifest.id}-${box.no}`}>
              <button type="button" class="pick" onClick={() => onPick(box)}>
                <span class="visually-hidden">{w.pick()}</span>
                <span class="grow">
                  <b class="mono">{name}</b>
                  <span class="meta line">
                    {[box.packedBy?.name, box.manifest.courier ?? w.carried()].filter(Boolean).join(' · ')}
                  </span>
                </span>
                <Icon name="package" />
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

interface BoxProps {
  box: Box
  counting: Counting
  /** What this device knows of the parts on the slip. */
  onSlip: readonly Rows['old_part'][]
  onCount: (counting: Counting) => void
  onClose: () => void
  onLeave: () => void
}

export function BoxInHand({ box, counting, onSlip, onCount, onClose, onLeave }: BoxProps) {
  const name = nameOfBox(box.manifest.number, box.no)
  return (
    <section class="sheet box" aria-label={`${w.box()} ${name}`}>
      <div class="row between">
        <p class="cap">
          {w.box()} <span class="mono">{name}</span> {box.packedBy && w.from(box.packedBy.name)}
        </p>
        <Icon name="package" size="l" />
      </div>
      <p class="key" role="status">
        {w.counted(counting.tookIn.length)}
      </p>
      {counting.shown ? (
        <Slip box={box} counting={counting} onSlip={onSlip} onCount={onCount} onClose={onClose} />
      ) : (
        <>
          <p class="meta">{w.blind()}</p>
          <Button wide onTap={() => onCount({ ...counting, shown: true })}>
            {w.close()}
          </Button>
          <Button wide kind="plain" onTap={onLeave}>
            {w.leave()}
          </Button>
        </>
      )}
    </section>
  )
}

function Slip({ box, counting, onSlip, onCount, onClose }: Omit<BoxProps, 'onLeave'>) {
  const { missing, strays } = comparedWith(box, counting, onSlip)
  const fits = missing.length === 0 && strays === 0
  return (
    <>
      <Verdict
        kind={fits ? 'ok' : 'doubt'}
        title={fits ? w.same(box.oldPartIds.length) : w.differs(box.oldPartIds.length, counting.tookIn.length)}
      >
        {fits ? undefined : w.differsWhat()}
      </Verdict>
      {missing.length > 0 && (
        <>
          <h2 class="cap">{w.missing()}</h2>
          <ul class="missing">
            {missing.map((id) => {
              const part = onSlip.find((one) => one.id === id)
              return (
                <li key={id}>
                  <b class="mono">{part?.tag ? spacedTag(part.tag) : w.noTag()}</b>{' '}
                  <span class="meta">{[part?.part_name ?? w.part(), part?.plate].filter(Boolean).join(' · ')}</span>
                </li>
              )
            })}
          </ul>
        </>
      )}
      {strays > 0 && <p class="meta">{w.strays(strays)}</p>}
      <Field label={w.note()} value={counting.note} onInput={(note) => onCount({ ...counting, note })} />
      <Button wide kind="main" icon="check" onTap={onClose}>
        {fits ? w.close() : w.closeAsIs()}
      </Button>
      <Button wide kind="plain" onTap={() => onCount({ ...counting, shown: false })}>
        {w.goOn()}
      </Button>
    </>
  )
}

/** What came back another way is not missing. */
function comparedWith({ oldPartIds }: Box, { tookIn }: Counting, onSlip: readonly Rows['old_part'][]) {
  const back = new Set(onSlip.filter(({ received_at }) => received_at !== null).map(({ id }) => id))
  return {
    missing: oldPartIds.filter((id) => !tookIn.includes(id) && !back.has(id)),
    strays: tookIn.filter((id) => !oldPartIds.includes(id)).length,
  }
}
