/** One contact: what was said, what was answered, what must still be asked, and the way to its job (JOB-1). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { Field } from '../../parts/field'
import type { ScreenProps } from '../../parts/route'
import { Heading, Kv, Plate, Quote, Sheet } from '../../parts/sheet'
import { Tagline } from '../../parts/tagline'
import { dayAndClock } from '../../parts/times'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Id } from '../../rules/wire'
import { type ContactInFull, contactInFull } from '../../store/contacts'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { CardChip } from '../card_chip'
import { useDeciding } from '../office/deciding'
import { Refused } from '../office/refused'
import { DiskFullNotice } from '../visit/frame'
import { diskFull } from '../visit/saving'
import { channelName, DISPOSITION_MARK, dispositionName, whoCame } from './words'
import '../office/office.css'
import './calls.css'

const w = words({
  title: ['来电', 'Contact'],
  gone: ['本机没有这个来电', 'This device does not know it'],
  goneWhat: ['同步一下再看，或者它是别的站的。', 'Sync and look again; or it belongs to another station.'],
  at: ['几时来的', 'Came in'],
  by: ['谁登记的', 'Logged by'],
  phone: ['电话', 'Phone'],
  number: ['编号', 'Number'],
  how: ['怎么来的', 'How'],
  nothingSaid: ['没记下说了什么', 'What was said was not written down'],
  ask: ['还要问清', 'Still to be asked'],
  answers: ['答复', 'Answers'],
  noAnswer: ['还没答复', 'Not answered yet'],
  job: ['派工了', 'It became a job'],
  toJob: ['去派工台', 'To the dispatch board'],
  notHere: ['任务还没到本机', 'The job has not reached this device yet'],
  what: ['怎么处理', 'What becomes of it'],
  open: ['开任务，派人去', 'Open a job and send somebody'],
  answer: ['答复用户', 'Answer'],
  answerLabel: ['答复了什么', 'What was answered'],
  fileAnswer: ['存下答复', 'File the answer'],
  another: ['再记一次答复', 'File another answer'],
  clarify: ['先问清', 'Ask first'],
  question: ['要问什么', 'What must be asked'],
  saveQuestion: ['等问清', 'Wait for it'],
  saidSo: ['存下了', 'Filed'],
  textFirst: ['写一句再存。', 'Write a line first.'],
  somebody: ['有人', 'Somebody'],
})

export default function ContactScreen({ params }: ScreenProps) {
  const id = params.id as Id
  const full = useLive(() => contactInFull(id), [id])
  if (full === undefined) return <main id="main" tabIndex={-1} aria-busy="true" />
  if (full === null) {
    return (
      <>
        <Bar title={w.title()} back="/calls" />
        <main id="main" tabIndex={-1}>
          <Empty icon="phone" title={w.gone()}>
            {w.goneWhat()}
          </Empty>
        </main>
      </>
    )
  }
  const { contact } = full
  return (
    <>
      <Bar title={whoCame(contact)} meta={contact.number} back="/calls" chip={<CardChip ids={[id]} />} />
      <main id="main" class="office contact" tabIndex={-1}>
        <Story full={full} />
        <section class="todo stack">
          {diskFull.value && <DiskFullNotice />}
          <Job full={full} />
          <Dispose full={full} />
        </section>
      </main>
    </>
  )
}

function Story({ full: { contact, people } }: { full: ContactInFull }) {
  const name = (id: Id) => people.get(id) ?? w.somebody()
  return (
    <div class="stack">
      <Sheet>
        <div class="stack">
          <Tagline {...DISPOSITION_MARK[contact.disposition]}>{dispositionName(contact.disposition)}</Tagline>
          {contact.said ? <Quote>{contact.said}</Quote> : <p class="quiet">{w.nothingSaid()}</p>}
          <Kv
            pairs={[
              [w.at(), dayAndClock(contact.arrived_at)],
              [w.how(), channelName(contact.channel)],
              [w.phone(), contact.phone ? <a href={`tel:${contact.phone}`}>{contact.phone}</a> : '—'],
              [w.by(), name(contact.logged_by)],
            ]}
          />
        </div>
      </Sheet>
      {contact.question && contact.disposition === 'waiting' && (
        <Verdict kind="doubt" title={w.ask()}>
          {contact.question}
        </Verdict>
      )}
      <section class="stack">
        <Heading>{w.answers()}</Heading>
        {contact.answers.length === 0 ? (
          <p class="meta">{w.noAnswer()}</p>
        ) : (
          <ul class="replies">
            {contact.answers.map(({ text, by, at }) => (
              <li key={`${at} ${text}`} class="sheet">
                <p>{text}</p>
                <p class="meta">{[name(by), dayAndClock(at)].join(' · ')}</p>
              </li>
            ))}
          </ul>
        )}
      </section>
    </div>
  )
}

function Job({ full: { contact, job } }: { full: ContactInFull }) {
  if (contact.job_id === null) return null
  return (
    <Sheet label={w.job()}>
      <div class="stack">
        <h2 class="lead">{w.job()}</h2>
        <p>
          {job ? [job.number, job.customer_name].filter(Boolean).join(' · ') : w.notHere()}{' '}
          {job?.plate && <Plate>{job.plate}</Plate>}
        </p>
        <Button size="mid" icon="kanban" wide href={`/dispatch/job/${contact.job_id}`}>
          {w.toJob()}
        </Button>
      </div>
    </Sheet>
  )
}

/** A job at once, an answer, or a question that must be asked first. */
function Dispose({ full: { contact } }: { full: ContactInFull }) {
  const [doing, begin] = useState<'answer' | 'clarify' | null>(null)
  const sent = contact.job_id !== null
  return (
    <Sheet>
      <div class="stack">
        <h2 class="lead">{w.what()}</h2>
        <Refused about={[contact.id]} name="contact.dispatch" onTakeBack={() => begin(null)} />
        <Refused about={[contact.id]} name="contact.clarify" onTakeBack={() => begin('clarify')} />
        {!sent && (
          <Button kind="main" wide icon="kanban" href={`/dispatch/call/${contact.id}`}>
            {w.open()}
          </Button>
        )}
        {doing === 'answer' ? (
          <Write contact_id={contact.id} what="answer" onDone={() => begin(null)} />
        ) : (
          <Button wide icon="check" onTap={() => begin('answer')}>
            {contact.answers.length > 0 ? w.another() : w.answer()}
          </Button>
        )}
        {!sent &&
          (doing === 'clarify' ? (
            <Write contact_id={contact.id} what="clarify" onDone={() => begin(null)} />
          ) : (
            <Button wide icon="clock" onTap={() => begin('clarify')}>
              {w.clarify()}
            </Button>
          ))}
      </div>
    </Sheet>
  )
}

function Write({ contact_id, what, onDone }: { contact_id: Id; what: 'answer' | 'clarify'; onDone: () => void }) {
  const key = `contact:${what}:${contact_id}`
  const [typed, type, drop] = useDraft<{ text: string }>(key, { text: '' })
  const [lacking, lack] = useState(false)
  const [busy, decide] = useDeciding(() => {
    drop()
    onDone()
  })
  const save = () => {
    const text = typed.text.trim()
    lack(text === '')
    if (text === '') return
    const how = { draft: key }
    decide(
      () =>
        what === 'answer'
          ? mutate('contact.answer', { contact_id, text }, how)
          : mutate('contact.clarify', { contact_id, question: text }, how),
      w.saidSo(),
    )
  }
  return (
    <div class="stack">
      <Field
        label={what === 'answer' ? w.answerLabel() : w.question()}
        lines={3}
        value={typed.text}
        bad={lacking ? w.textFirst() : undefined}
        onInput={(text) => {
          type({ text })
          lack(false)
        }}
      />
      <Button wide off={busy} onTap={save}>
        {what === 'answer' ? w.fileAnswer() : w.saveQuestion()}
      </Button>
    </div>
  )
}
