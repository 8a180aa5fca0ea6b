/** The manager reads a major problem and answers it; the technician is waiting on site (VIS-9). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Choice } from '../../parts/choice'
import { Field } from '../../parts/field'
import { Plate } from '../../parts/sheet'
import { SlaClock } from '../../parts/sla_clock'
import { dayAndClock } from '../../parts/times'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Decision, Id } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { escalationInFull } from '../../store/urgent'
import { useNow } from '../now'
import { CaseFrame } from '../office/case_frame'
import { useDeciding } from '../office/deciding'
import { Refused } from '../office/refused'
import { PhotosAlong } from './photos_along'
import { DECISIONS, decisionName, severityIcon, severityName } from './severity'
import { VoiceAlong } from './voice_along'
import './escalate.css'

const w = words({
  raised: [(who: string, at: string) => `${who}，${at} 上报`, (who: string, at: string) => `Raised by ${who}, ${at}`],
  somebody: ['服务人员', 'A technician'],
  waits: ['在现场等答复', 'Waits on site for an answer'],
  demand: ['用户要什么', 'The customer demands'],
  noDemand: ['没提要求', 'Nothing was demanded'],
  proposal: ['服务人员打算', 'The technician proposes'],
  call: [(phone: string) => `给用户打电话 ${phone}`, (phone: string) => `Call the customer ${phone}`],
  decide: ['你定', 'Your decision'],
  answer: ['告诉服务人员怎么办', 'What the technician is to do'],
  answerMaybe: ['再说一句（可以空着）', 'Anything to add (may be empty)'],
  needsAnswer: ['写清怎么办，他在现场等着。', 'Write what to do: they are waiting on site.'],
  send: ['答复', 'Answer'],
  sent: ['答复了，马上通知他', 'Answered; they are told at once'],
})

interface Typed {
  decision: Decision
  answer: string
}

export function EscalationCase({ id, onBack }: { id: Id; onBack: () => void }) {
  const now = useNow()
  const full = useLive(() => escalationInFull(id), [id])
  const key = `answer:${id}`
  const [typed, type, drop] = useDraft<Typed>(key, { decision: 'agreed', answer: '' })
  const [asked, setAsked] = useState(false)
  const [busy, decide] = useDeciding(drop)
  if (!full) return <section class="sheet case" aria-busy="true" />
  const { escalation, job, by, answeredBy, photos, voiceNotes } = full
  const unsaid = typed.decision !== 'agreed' && typed.answer.trim() === ''
  const answer = () => {
    setAsked(true)
    if (unsaid) return
    const body = { escalation_id: id, decision: typed.decision, answer: typed.answer.trim() }
    decide(() => mutate('escalation.answer', body, { draft: key }), w.sent(), 'megaphone')
  }
  return (
    <CaseFrame
      id={id}
      kind={severityName(escalation.severity)}
      called={escalation.problem}
      icon={severityIcon(escalation.severity)}
      urgent={escalation.severity === 'danger' ? 'no' : 'doubt'}
      aside={job && <Plate>{job.plate ?? job.serial ?? job.number ?? ''}</Plate>}
      title={escalation.problem}
      lede={[w.raised(by?.name ?? w.somebody(), dayAndClock(escalation.raised_at)), job?.customer_name]
        .filter(Boolean)
        .join(' · ')}
      onBack={onBack}
      dock={
        escalation.state === 'open' && (
          <div class="act">
            <Button kind="main" icon="check" off={busy} onTap={answer}>
              {w.send()}
            </Button>
          </div>
        )
      }
    >
      <SlaClock
        from={escalation.received_at}
        due={escalation.answer_due_at}
        now={now}
        metAt={escalation.answered_at}
        label={w.waits()}
      />
      <div class="versus">
        <div>
          <p class="cap">{w.demand()}</p>
          <p class="said">{escalation.demand ?? w.noDemand()}</p>
        </div>
        <div class="site">
          <p class="cap">{w.proposal()}</p>
          <p class="said">{escalation.proposal}</p>
        </div>
      </div>
      <PhotosAlong named={escalation.photo_ids} photos={photos} />
      <VoiceAlong named={escalation.voice_note_ids} notes={voiceNotes} />
      {job?.phone && (
        <Button size="mid" icon="phone" href={`tel:${job.phone.replaceAll(' ', '')}`}>
          {w.call(job.phone)}
        </Button>
      )}
      {escalation.state === 'open' ? (
        <>
          <Refused
            about={[id]}
            name="escalation.answer"
            onTakeBack={({ decision, answer }) => type({ decision, answer })}
          />
          <Choice
            name={`decision-${id}`}
            label={w.decide()}
            options={DECISIONS.map((one) => ({ value: one, label: decisionName(one) }))}
            value={typed.decision}
            onChoose={(decision) => type({ ...typed, decision })}
          />
          <Field
            label={typed.decision === 'agreed' ? w.answerMaybe() : w.answer()}
            lines={3}
            value={typed.answer}
            bad={asked && unsaid ? w.needsAnswer() : undefined}
            onInput={(text) => type({ ...typed, answer: text })}
          />
        </>
      ) : (
        <Verdict kind="ok" icon="check-circle" title={escalation.decision ? decisionName(escalation.decision) : ''}>
          {escalation.answer} {answeredBy?.name}
        </Verdict>
      )}
    </CaseFrame>
  )
}
