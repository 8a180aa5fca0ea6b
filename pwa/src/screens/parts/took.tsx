/** The taker's half is recorded: the square that the giver reads, so that their half says the same (OLD-2). */
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import type { ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import { readAcceptance } from '../../rules/hand_over_code'
import { useLive } from '../../store/live'
import { personOf } from '../../store/people'
import { CardChip } from '../card_chip'
import { Square } from './square'
import './parts.css'

const w = words({
  title: ['接好了', 'Taken over'],
  recorded: [
    (n: number) => `你这一半记下了：${n} 件`,
    (n: number) => (n === 1 ? 'Your half is recorded: 1 part' : `Your half is recorded: ${n} parts`),
  ],
  show: [(who: string) => `让${who}扫一下这个码`, (who: string) => `Let ${who} read this code`],
  why: [
    '他那一半就和你的一样。扫不了也没事，有信号时两边自己对上。',
    'Then their half says the same. If it cannot be read, both halves meet when there is signal.',
  ],
  somebody: ['交件人', 'the giver'],
  done: ['完成', 'Done'],
  unread: ['码没扫全', 'The code is not complete'],
})

export default function Took({ params }: ScreenProps) {
  const text = params.text as string
  const accepted = readAcceptance(text)
  const giver = useLive(() => personOf(accepted?.giver_id ?? null), [text])
  if (accepted === null) {
    return (
      <Screen head={<Bar title={w.title()} back="/parts" />}>
        <Empty icon="scan" title={w.unread()} />
      </Screen>
    )
  }
  return (
    <Screen
      head={<Bar title={w.title()} back="/parts" chip={<CardChip ids={accepted.old_part_ids} />} />}
      dock={
        <Button kind="main" wide icon="check" href="/parts">
          {w.done()}
        </Button>
      }
    >
      <div class="sides">
        <div class="form">
          <Verdict kind="ok" icon="check" title={w.recorded(accepted.old_part_ids.length)}>
            {w.why()}
          </Verdict>
          <h2 class="lead">{w.show(giver?.name ?? w.somebody())}</h2>
        </div>
        <Square text={text} code={accepted.code} name={w.show(giver?.name ?? w.somebody())} />
      </div>
    </Screen>
  )
}
