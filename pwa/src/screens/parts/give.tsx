/** Handing old parts over without a signal: this phone shows a square, the other reads it and shows one back (OLD-2). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Tick } from '../../parts/choice'
import { Empty } from '../../parts/empty'
import { Pick } from '../../parts/field'
import { go } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Heading } from '../../parts/sheet'
import { spacedTag } from '../../parts/tag'
import { say } from '../../parts/toast'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import {
  handOverId,
  MOST_IN_A_SQUARE,
  newHandOverCode,
  type Offer,
  offerText,
  readAcceptance,
} from '../../rules/hand_over_code'
import type { Id, OldPart } from '../../rules/wire'
import { holderId } from '../../store/db'
import { dropDraft, useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { heldOldParts } from '../../store/stock'
import { handOverPeople } from '../../store/way_back'
import { Line } from '../line'
import { DiskFullNotice } from '../visit/frame'
import { diskFull, useSaving } from '../visit/saving'
import { ReadSquare } from './read_square'
import { Square } from './square'
import { EMPTY_GIVE, GIVE_DRAFT, type TypedGive } from './typed_give'
import './parts.css'

const w = words({
  title: ['交旧件', 'Hand over old parts'],
  meta: ['两个人都没信号也行', 'Works with no signal on either phone'],
  parts: ['交哪几件', 'Which old parts'],
  who: ['交给谁', 'To whom'],
  choose: ['选人', 'Choose a person'],
  clerk: [(name: string) => `${name}（仓库）`, (name: string) => `${name} (store)`],
  none: ['手里没有旧件', 'No old parts in your hands'],
  noneWhat: ['换件拆下的旧件会出现在这里。', 'Old parts from your swaps appear here.'],
  show: ['给他看这个码', 'Show them this code'],
  page: [(at: number, of: number) => `第 ${at} 个码，共 ${of} 个`, (at: number, of: number) => `Code ${at} of ${of}`],
  next: ['下一个码', 'Next code'],
  scanIt: [
    (who: string) => `${who}在“扫描”里扫它，接的人屏幕上会回一个码。`,
    (who: string) => `${who} reads it under Scan; their phone then shows a code back.`,
  ],
  back: ['扫他屏幕上回的码', 'Read the code on their screen'],
  notBack: [
    '这个码不是这一次交接的。看看是不是他刚才屏幕上的。',
    'This code is of another hand-over. Read the one on their screen now.',
  ],
  they: [(who: string) => `${who}拿到了`, (who: string) => `${who} has them`],
  given: [(who: string) => `你这一半记下了，交给${who}`, (who: string) => `Your half is recorded: given to ${who}`],
  ready: ['先选人和件', 'Choose a person and parts first'],
  untagged: ['没挂标签', 'no tag'],
})

export default function Give() {
  const [typed, type] = useDraft<TypedGive>(GIVE_DRAFT, EMPTY_GIVE)
  const held = useLive(heldOldParts)
  const people = useLive(handOverPeople) ?? []
  const [page, setPage] = useState(0)
  const [saving, save] = useSaving()
  const taker = people.find(({ id }) => id === typed.taker_id)
  const chosen = held?.filter(({ id }) => typed.ids.includes(id)) ?? []
  // A code belongs to one person and one set of parts: another choice is another hand-over.
  const choose = (changed: Partial<TypedGive>) => {
    setPage(0)
    type({ ...typed, ...changed, code: newHandOverCode() })
  }
  const offer: Offer = {
    code: typed.code,
    giver_id: holderId(),
    taker_id: typed.taker_id,
    parts: chosen.map(({ id, tag }) => ({ id, tag })),
  }
  const isReady = taker !== undefined && chosen.length > 0 && typed.code !== ''
  const record = (ids: readonly Id[]) =>
    save(async () => {
      for (const old_part_id of ids) {
        const hand_over_id = await handOverId(offer, old_part_id)
        await mutate('old_part.hand_over', { hand_over_id, old_part_id, taker_id: typed.taker_id })
      }
      await dropDraft(GIVE_DRAFT)
      say(w.given(taker?.name ?? ''))
      go('/parts', { replace: true })
    })
  const readBack = (text: string): string | null => {
    const accepted = readAcceptance(text)
    if (accepted === null || accepted.code !== typed.code || accepted.giver_id !== holderId()) return w.notBack()
    record(accepted.old_part_ids)
    return null
  }
  return (
    <Screen
      head={<Bar title={w.title()} meta={w.meta()} back="/parts" chip={<Line />} />}
      dock={
        <Button
          kind="main"
          wide
          icon="check"
          off={saving || !isReady}
          onTap={() => isReady && record(chosen.map(({ id }) => id))}
        >
          {taker ? w.they(taker.name) : w.ready()}
        </Button>
      }
    >
      {diskFull.value && <DiskFullNotice />}
      {held?.length === 0 ? (
        <Empty icon="tray" title={w.none()}>
          {w.noneWhat()}
        </Empty>
      ) : (
        <div class="sides">
          <div class="form vanform">
            <Pick
              label={w.who()}
              value={typed.taker_id}
              options={[
                { value: '', label: w.choose() },
                ...people.map(({ id, name, roles }) => ({
                  value: id,
                  label: roles.includes('clerk') ? w.clerk(name) : name,
                })),
              ]}
              onPick={(taker_id) => choose({ taker_id })}
            />
            <fieldset class="gap" aria-label={w.parts()}>
              <Heading>{w.parts()}</Heading>
              {held?.map((part) => (
                <Tick
                  key={part.id}
                  label={part.part_name ?? part.part_no ?? ''}
                  hint={hintOf(part)}
                  ticked={typed.ids.includes(part.id)}
                  onTick={(ticked) =>
                    choose({ ids: ticked ? [...typed.ids, part.id] : typed.ids.filter((id) => id !== part.id) })
                  }
                />
              ))}
            </fieldset>
          </div>
          {isReady && <Show offer={offer} page={page} onPage={setPage} who={taker.name} onRead={readBack} />}
        </div>
      )}
    </Screen>
  )
}

const hintOf = ({ tag, plate }: OldPart): string =>
  [tag ? spacedTag(tag) : w.untagged(), plate].filter(Boolean).join(' · ')

interface ShowProps {
  offer: Offer
  page: number
  onPage: (page: number) => void
  who: string
  onRead: (text: string) => string | null
}

function Show({ offer, page, onPage, who, onRead }: ShowProps) {
  const pages = Math.ceil(offer.parts.length / MOST_IN_A_SQUARE)
  const at = Math.min(page, pages - 1)
  const parts = offer.parts.slice(at * MOST_IN_A_SQUARE, (at + 1) * MOST_IN_A_SQUARE)
  return (
    <div class="form vanform">
      <Heading {...(pages > 1 && { aside: w.page(at + 1, pages) })}>{w.show()}</Heading>
      <Square text={offerText({ ...offer, parts })} code={offer.code} name={w.show()} />
      {pages > 1 && (
        <Button wide iconAfter="arrow-right" onTap={() => onPage((at + 1) % pages)}>
          {w.next()}
        </Button>
      )}
      <Verdict kind="flat" icon="scan" title={w.back()}>
        {w.scanIt(who)}
      </Verdict>
      <ReadSquare name={w.back()} onRead={onRead} />
    </div>
  )
}
