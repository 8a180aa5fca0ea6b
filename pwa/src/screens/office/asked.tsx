/** Exceptions that were passed on to who holds this device: what is wanted, and the answer, which goes on with it. */
import { Head } from '../../parts/bar'
import { Empty } from '../../parts/empty'
import { Quote } from '../../parts/sheet'
import { Tagline } from '../../parts/tagline'
import { dayAndClock } from '../../parts/times'
import { words } from '../../parts/words'
import type { Id } from '../../rules/wire'
import { askedOfMe, ownershipOf } from '../../store/deciding'
import { keepDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { discrepancyInFull } from '../../store/reports'
import { Line } from '../line'
import { partName } from '../part_name'
import { Answering } from './answering'
import { Versus } from './discrepancy_sides'
import { kindIcon, kindLede, kindName, kindTitle } from './discrepancy_words'
import { Owned, Passing } from './passing'
import { Refused } from './refused'
import './office.css'
import './case.css'
import './decide.css'

const w = words({
  title: ['问到你的', 'Asked of you'],
  none: ['没有人问你', 'Nobody asks you anything'],
  noneWhat: ['主管把例外转给你，就出现在这里。', 'An exception that is passed on to you appears here.'],
  somebody: ['有人', 'Somebody'],
})

export default function Asked() {
  const asked = useLive(askedOfMe)
  return (
    <>
      <Head title={w.title()} aside={<Line />} />
      <main class="office narrow" tabIndex={-1} aria-busy={asked === undefined}>
        {asked?.length === 0 && (
          <Empty icon="scales" title={w.none()}>
            {w.noneWhat()}
          </Empty>
        )}
        {asked?.map(({ id }, place) => (
          <One key={id} id={id} first={place === 0} />
        ))}
      </main>
    </>
  )
}

function One({ id, first }: { id: Id; first: boolean }) {
  const full = useLive(() => discrepancyInFull(id), [id])
  const ownership = useLive(async () => full && (await ownershipOf(full.discrepancy)), [full])
  if (!full || !ownership) return null
  const { discrepancy, by, part } = full
  const last = ownership.passes.at(-1)
  return (
    <section class="sheet case" aria-label={kindName(discrepancy.kind)}>
      <div class="row between">
        <Tagline icon={kindIcon(discrepancy.kind)}>{kindName(discrepancy.kind)}</Tagline>
        <Owned ownership={ownership} />
      </div>
      <h2 class="asks">{kindTitle(discrepancy.kind, by?.name ?? w.somebody())}</h2>
      <p class="lede">{[kindLede(discrepancy.kind), part && partName(part)].filter(Boolean).join(' · ')}</p>
      <Versus full={full} />
      {last && <Quote by={[last.by?.name, dayAndClock(last.at)].filter(Boolean).join(' · ')}>{last.note}</Quote>}
      <Refused
        about={[id]}
        name="discrepancy.pass_on"
        onTakeBack={({ note }) => void keepDraft(`answer:${id}`, { note })}
      />
      {last?.by && <Answering discrepancy={discrepancy} to={last.by} main={first} />}
      <Passing discrepancy={discrepancy} ownership={ownership} asks={false} />
    </section>
  )
}
