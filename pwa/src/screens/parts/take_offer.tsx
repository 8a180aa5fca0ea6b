/** What somebody wants to hand over: compared with what lies there, then taken (OLD-2). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Tick } from '../../parts/choice'
import { Empty } from '../../parts/empty'
import { go, type ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Heading } from '../../parts/sheet'
import { spacedTag } from '../../parts/tag'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import { acceptanceText, handOverId, type Offer, readOffer } from '../../rules/hand_over_code'
import type { Id } from '../../rules/wire'
import { holderId } from '../../store/db'
import { dropDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { personOf } from '../../store/people'
import { oldPartsKnown } from '../../store/way_back'
import { Line } from '../line'
import { DiskFullNotice } from '../visit/frame'
import { diskFull, useSaving } from '../visit/saving'
import './parts.css'

const w = words({
  title: ['接旧件', 'Take over old parts'],
  from: [(who: string) => `${who}交给你`, (who: string) => `${who} gives you`],
  somebody: ['对方', 'The other'],
  unread: ['码没扫全', 'The code is not complete'],
  unreadWhat: ['回去再扫一次。', 'Go back and read it again.'],
  own: ['这是你自己要交的码', 'This is your own code'],
  ownWhat: ['给接件的人扫。', 'Let whoever takes the parts read it.'],
  other: [(who: string) => `这个码是给${who}的`, (who: string) => `This code names ${who}`],
  otherWhat: [
    '要是真交到了你手里，照样记；办公室会来对。',
    'If you have the parts all the same, record it; the office will settle it.',
  ],
  parts: ['对一对标签，拿到的打勾', 'Compare the tags; tick what you have'],
  untagged: ['没挂标签的旧件', 'An old part without a tag'],
  notHere: ['这台设备还不认识它', 'not known to this device yet'],
  take: [
    (n: number) => `在我这里了：${n} 件`,
    (n: number) => (n === 1 ? 'I have it: 1 part' : `I have them: ${n} parts`),
  ],
  takeNone: ['一件都没拿到', 'None of them'],
})

export default function TakeOffer({ params }: ScreenProps) {
  const offer = readOffer(params.text as string)
  const isOwn = offer?.giver_id === holderId()
  if (offer === null || isOwn) {
    return (
      <Screen head={<Bar title={w.title()} back="/parts/take" chip={<Line />} />}>
        <Empty icon="scan" title={isOwn ? w.own() : w.unread()}>
          {isOwn ? w.ownWhat() : w.unreadWhat()}
        </Empty>
      </Screen>
    )
  }
  return <Offered offer={offer} />
}

function Offered({ offer }: { offer: Offer }) {
  const me = holderId()
  const giver = useLive(() => personOf(offer.giver_id), [offer.giver_id])
  const named = useLive(() => personOf(offer.taker_id), [offer.taker_id])
  const ids = offer.parts.map(({ id }) => id)
  const known = useLive(() => oldPartsKnown(ids), [ids.join()])
  const [left, leave] = useState<readonly Id[]>([])
  const [saving, save] = useSaving()
  const taken = offer.parts.filter(({ id }) => !left.includes(id))
  const take = () => {
    if (taken.length === 0) return
    save(async () => {
      for (const { id } of taken) {
        const hand_over_id = await handOverId(offer, id)
        await mutate('old_part.take_over', { hand_over_id, old_part_id: id, giver_id: offer.giver_id })
      }
      await dropDraft('take')
      const accepted = { ...offer, taker_id: me, old_part_ids: taken.map(({ id }) => id) }
      go(`/parts/took/${encodeURIComponent(acceptanceText(accepted))}`, { replace: true })
    })
  }
  return (
    <Screen
      head={<Bar title={w.from(giver?.name ?? w.somebody())} back="/parts/take" chip={<Line />} />}
      dock={
        <Button kind="main" wide icon="check" off={saving || taken.length === 0} onTap={take}>
          {taken.length === 0 ? w.takeNone() : w.take(taken.length)}
        </Button>
      }
    >
      {diskFull.value && <DiskFullNotice />}
      {offer.taker_id !== me && (
        <Verdict kind="doubt" title={w.other(named?.name ?? w.somebody())}>
          {w.otherWhat()}
        </Verdict>
      )}
      <Heading>{w.parts()}</Heading>
      <div class="gap">
        {offer.parts.map(({ id, tag }) => {
          const part = known?.get(id)
          return (
            <Tick
              key={id}
              label={tag ? spacedTag(tag) : w.untagged()}
              hint={[part?.part_name ?? w.notHere(), part?.plate].filter(Boolean).join(' · ')}
              ticked={!left.includes(id)}
              onTick={(ticked) => leave(ticked ? left.filter((one) => one !== id) : [...left, id])}
            />
          )
        })}
      </div>
    </Screen>
  )
}
