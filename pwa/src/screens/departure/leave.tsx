/** Before leaving: a few taps for the office, what is carried back, and what else is near (VIS-12). */
import { mutate } from '../../mutations/mutate'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Choice } from '../../parts/choice'
import { Empty } from '../../parts/empty'
import { Field } from '../../parts/field'
import { go, type ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Heading, Plate } from '../../parts/sheet'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import type { Id, LeavingOutcome, Visit } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import { jobInFull } from '../../store/jobs'
import { useLive } from '../../store/live'
import { presets } from '../../store/presets'
import { quoteOf } from '../../store/quotes'
import { position } from '../arrive'
import { CardChip } from '../card_chip'
import { unitName } from '../unit'
import { useSaving } from '../visit/saving'
import { Carrying } from './carrying'
import { MoneyTaken, NOTHING_TAKEN, type Taken, takenMinor } from './money'
import { AnythingNear } from './near'
import './departure.css'

const w = words({
  title: ['离场', 'Leaving'],
  gone: ['没有要离开的上门', 'There is no visit to leave'],
  goneWhat: ['离场已经记下，或者还没到场。', 'The departure is recorded, or nobody has arrived.'],
  how: ['给办公室一句话', 'One word to the office'],
  done: ['做完了', 'Done'],
  another_visit: ['要再来一次', 'Another visit'],
  another_visitWhat: ['办公室会再定日子', 'The office sets another day'],
  waiting_for_parts: ['等件', 'Waiting for parts'],
  waiting_for_partsWhat: ['件到了再来', 'I come again with them'],
  note: ['还有什么要说的（可以不写）', 'Anything else (may stay empty)'],
  leave: ['报给办公室，离场', 'Tell the office and leave'],
  left: ['离场记下了', 'Departure recorded'],
})

const OUTCOMES: readonly LeavingOutcome[] = ['done', 'another_visit', 'waiting_for_parts']

interface Typed {
  outcome: LeavingOutcome
  taken: Taken
  note: string
}
const NOTHING_TYPED: Typed = { outcome: 'done', taken: NOTHING_TAKEN, note: '' }

export default function Leave({ params }: ScreenProps) {
  const id = params.id as Id
  const known = useLive(() => jobInFull(id), [id])
  if (known === undefined) return <main tabIndex={-1} aria-busy="true" />
  if (known?.visit == null || known.visit.departed_at !== null) {
    return (
      <Screen head={<Bar title={w.title()} back={`/job/${id}`} />}>
        <Empty icon="navigation-arrow" title={w.gone()}>
          {w.goneWhat()}
        </Empty>
      </Screen>
    )
  }
  return <Leaving job={known.job} visit={known.visit} />
}

function Leaving({ job, visit }: { job: NonNullable<Awaited<ReturnType<typeof jobInFull>>>['job']; visit: Visit }) {
  const draft = `leave:${visit.id}`
  const [typed, type] = useDraft<Typed>(draft, NOTHING_TYPED)
  const [saving, save] = useSaving()
  const quote = useLive(() => quoteOf(job.id), [job.id])
  const mayTake = job.paid || Boolean(quote) || typed.taken.money !== ''
  const amount_minor = takenMinor(typed.taken)
  const leave = () =>
    save(async () => {
      if (amount_minor === null) return
      const { payment_id, method } = typed.taken
      if (amount_minor > 0 && payment_id !== null) {
        const currency = (await quoteOf(job.id))?.currency ?? (await presets()).quote_currency
        await mutate('payment.collect', { payment_id, job_id: job.id, amount_minor, currency, method })
      }
      const body = { visit_id: visit.id, outcome: typed.outcome, note: typed.note.trim() || null }
      await mutate('visit.report_back', { report_back_id: uuid7(), ...body }, { draft })
      await mutate('visit.depart', { visit_id: visit.id, position: await position() })
      say(w.left(), { icon: 'navigation-arrow' })
      go('/')
    })
  return (
    <Screen
      head={
        <Bar
          back={`/job/${job.id}`}
          title={w.title()}
          meta={<Plate>{unitName(job)}</Plate>}
          chip={<CardChip ids={[visit.id]} />}
        />
      }
      dock={
        <Button kind="main" wide icon="navigation-arrow" off={saving || amount_minor === null} onTap={leave}>
          {w.leave()}
        </Button>
      }
    >
      <Heading>{w.how()}</Heading>
      <Choice
        name="outcome"
        label={w.how()}
        value={typed.outcome}
        onChoose={(outcome) => type({ ...typed, outcome })}
        options={OUTCOMES.map((value) => ({
          value,
          label: w[value](),
          ...(value !== 'done' && { hint: w[`${value}What`]() }),
        }))}
      />
      <div class="form telling">
        {mayTake && <MoneyTaken taken={typed.taken} onTake={(taken) => type({ ...typed, taken })} />}
        <Field label={w.note()} value={typed.note} onInput={(note) => type({ ...typed, note })} lines={2} />
      </div>
      <Carrying />
      <AnythingNear job={job} />
    </Screen>
  )
}
