/** What waits for a person now, longest first (KPI-2). */
import { roughLength } from '../../parts/times'
import { words } from '../../parts/words'
import type { Figures } from '../../rules/figures'
import { waitingName } from './words'

const w = words({
  title: ['等人处理', 'Waiting for a person'],
  longest: ['最久的在上面', 'longest first'],
  nothing: ['没有等着的', 'Nothing waits'],
  since: [(time: string) => `等了 ${time}`, (time: string) => `for ${time}`],
  decide: ['去处理', 'Decide'],
  decideAll: [(kinds: number) => `去处理，还有 ${kinds} 种`, (kinds: number) => `Decide, ${kinds} more kinds`],
})

const MOST_SHOWN = 6

export function WaitingForAPerson({ waiting, now }: { waiting: Figures['waiting']; now: number }) {
  return (
    <section class="sheet plotcard">
      <div class="h">
        <h2>{w.title()}</h2>
        <span class="meta">{w.longest()}</span>
      </div>
      {waiting.length === 0 ? (
        <p class="quiet">{w.nothing()}</p>
      ) : (
        <ul class="tallies">
          {waiting.slice(0, MOST_SHOWN).map(({ kind, count, since }) => (
            <li key={kind}>
              <span class="grow">{waitingName(kind)}</span>
              <b>{count}</b>
              <span class="meta">{w.since(roughLength(now - Date.parse(since)))}</span>
            </li>
          ))}
        </ul>
      )}
      <a class="btn mid" href="/approvals">
        {waiting.length > MOST_SHOWN ? w.decideAll(waiting.length - MOST_SHOWN) : w.decide()}
      </a>
    </section>
  )
}
