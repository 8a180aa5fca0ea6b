/** The old parts in hand, the longest due first; what waits for a word from somebody stands above them (OLD-2, OLD-4). */
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { Heading, Sheet } from '../../parts/sheet'
import { TagStrip } from '../../parts/tag_strip'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import type { OldPart } from '../../rules/wire'
import { useLive } from '../../store/live'
import { type HandOverSeen, openHandOvers, ownManifests } from '../../store/way_back'
import { writeOffLines } from '../../store/write_offs'
import { CardChip } from '../card_chip'
import { useSaving } from '../visit/saving'
import { Doing } from './doing'
import { boxState, boxTitle } from './manifest_words'
import { OldPartRow } from './old_part_row'

const w = words({
  none: ['车上没有旧件', 'No old parts in your van'],
  noneWhat: ['换件时拆下的件记在这里，交回仓库后消失。', 'A swap puts one here; handing it back takes it away.'],
  doings: ['旧件怎么回去', 'The way back of old parts'],
  pack: ['装箱寄回或带回', 'Pack into boxes'],
  take: ['接别人的旧件', 'Take over from somebody'],
  writeOffs: ['销账还等什么', 'What write-offs wait for'],
  boxes: ['装好的箱子', 'Packed boxes'],
  pieces: [(n: number) => `${n} 件`, (n: number) => (n === 1 ? '1 old part' : `${n} old parts`)],
  held: ['在你手里的', 'In your hands'],
  toConfirm: ['要你说一声', 'Waiting for your word'],
  gaveYou: [(who: string) => `${who}说交给你了`, (who: string) => `${who} says you have it`],
  tookIt: [(who: string) => `${who}说从你这儿拿走了`, (who: string) => `${who} says you gave it`],
  iHave: ['在我这里', 'I have it'],
  iGave: ['我给的', 'I gave it'],
  confirmed: ['记下了', 'Recorded'],
  waiting: ['等对方说一声', 'Waiting for the other'],
  toldGiven: [
    (who: string) => `你交给了${who}，他的手机还没报`,
    (who: string) => `You gave it to ${who}; their phone has not said so yet`,
  ],
  toldTaken: [
    (who: string) => `你从${who}接的，他的手机还没报`,
    (who: string) => `You took it from ${who}; their phone has not said so yet`,
  ],
  somebody: ['对方', 'the other'],
  unknownPart: ['一件旧件', 'An old part'],
})

export function OldTab({ parts }: { parts: readonly OldPart[] }) {
  const open = useLive(openHandOvers)
  const boxes = useLive(ownManifests) ?? []
  const lines = useLive(writeOffLines) ?? []
  const waiting = lines.filter(({ writeOff, waitsFor }) => writeOff === null && waitsFor.length > 0).length
  return (
    <div class="vanparts">
      <div>
        {open && open.mine.length > 0 && (
          <>
            <Heading>{w.toConfirm()}</Heading>
            <ul class="sheet flush list" aria-label={w.toConfirm()}>
              {open.mine.map((one) => (
                <ToConfirm key={one.row.id} {...one} />
              ))}
            </ul>
          </>
        )}
        <nav class="sheet flush list" aria-label={w.doings()}>
          <Doing href="/parts/pack" icon="package" name={w.pack()} />
          <Doing href="/parts/take" icon="scan" name={w.take()} />
          <Doing href="/parts/write-offs" icon="seal-check" name={w.writeOffs()} count={waiting} />
        </nav>
        {boxes.length > 0 && (
          <>
            <Heading>{w.boxes()}</Heading>
            <nav class="sheet flush list" aria-label={w.boxes()}>
              {boxes.map(({ row, parts: packed }) => (
                <Doing
                  key={row.id}
                  href={`/parts/boxes/${row.id}`}
                  icon={row.state === 'packed' ? 'package' : 'truck'}
                  name={boxTitle(row)}
                  about={`${w.pieces(packed.size)} · ${boxState(row)}`}
                />
              ))}
            </nav>
          </>
        )}
      </div>
      <div>
        {parts.length === 0 ? (
          <Empty icon="tray" title={w.none()}>
            {w.noneWhat()}
          </Empty>
        ) : (
          <>
            <Heading aside={w.pieces(parts.length)}>{w.held()}</Heading>
            <Sheet flush class="list">
              {parts.map((part) => (
                <OldPartRow key={part.id} part={part} />
              ))}
            </Sheet>
          </>
        )}
        {open && open.theirs.length > 0 && (
          <>
            <Heading>{w.waiting()}</Heading>
            <ul class="sheet flush list" aria-label={w.waiting()}>
              {open.theirs.map(({ row, part, other }) => (
                <li key={row.id}>
                  <span class="grow">
                    <b>{part?.part_name ?? w.unknownPart()}</b>
                    <span class="meta line">
                      {(row.given_at === null ? w.toldTaken : w.toldGiven)(other?.name ?? w.somebody())}
                    </span>
                    <CardChip ids={[row.old_part_id]} />
                  </span>
                  {part?.tag && <TagStrip tag={part.tag} />}
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
    </div>
  )
}

function ToConfirm({ row, part, other }: HandOverSeen) {
  const [busy, save] = useSaving()
  const given = row.taken_at === null
  const who = other?.name ?? w.somebody()
  const confirm = () =>
    save(async () => {
      const { id: hand_over_id, old_part_id, giver_id, taker_id } = row
      if (given) await mutate('old_part.take_over', { hand_over_id, old_part_id, giver_id: giver_id ?? '' })
      else await mutate('old_part.hand_over', { hand_over_id, old_part_id, taker_id: taker_id ?? '' })
      say(w.confirmed())
    })
  return (
    <li>
      <span class="grow">
        <b>{part?.part_name ?? w.unknownPart()}</b>
        <span class="meta line">{(given ? w.gaveYou : w.tookIt)(who)}</span>
      </span>
      {part?.tag && <TagStrip tag={part.tag} />}
      <Button size="mid" icon="check" off={busy} onTap={confirm}>
        {given ? w.iHave() : w.iGave()}
      </Button>
    </li>
  )
}
