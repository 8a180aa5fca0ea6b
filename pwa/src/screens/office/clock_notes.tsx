/** What a clock looks at is recorded where the clock is seen: answered, agreed, lent, stopped, going again (JOB-3). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Field } from '../../parts/field'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import type { Clock } from '../../rules/sla'
import type { Job } from '../../rules/wire'
import { clocksOfJob } from '../../store/clocks'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'

const w = words({
  'job.answer': ['记下答复', 'Record the answer'],
  'job.answer_in_writing': ['记下书面答复', 'Record the written answer'],
  'job.agree_plan': ['用户同意方案', 'Plan agreed'],
  'job.lend_unit': ['借出备用机', 'Loan unit given'],
  'job.pause': ['停下时钟', 'Stop the clocks'],
  'job.resume': ['时钟接着走', 'Clocks go on'],
  open: ['记答复、停时钟', 'Answer, stop the clocks'],
  what: ['写一句：答了什么，借了什么，等什么', 'In a few words: what was answered, lent, or is waited for'],
  lacking: ['写一句才记得下', 'A few words are needed'],
  saved: ['记下了', 'Recorded'],
})

type Noted = 'job.answer' | 'job.answer_in_writing' | 'job.agree_plan' | 'job.lend_unit' | 'job.pause' | 'job.resume'

/** These say nothing without words. */
const TOLD: ReadonlySet<Noted> = new Set(['job.answer', 'job.answer_in_writing', 'job.lend_unit', 'job.pause'])

export function ClockNotes({ job }: { job: Job }) {
  const clocks = useLive(() => clocksOfJob(job), [job]) ?? []
  const key = `clock:${job.id}`
  const [note, type, drop] = useDraft<{ text: string }>(key, { text: '' })
  const [lacking, lack] = useState(false)
  const [open, setOpen] = useState(note.text !== '')
  const notable = notableOf(clocks)
  if (notable.length === 0) return null
  const record = async (name: Noted) => {
    const text = note.text.trim()
    lack(TOLD.has(name) && text === '')
    if (TOLD.has(name) && text === '') return
    await mutate(name, { milestone_id: uuid7(), job_id: job.id, note: text }, { draft: key })
    drop()
    setOpen(false)
    say(w.saved())
  }
  if (!open)
    return (
      <Button size="mid" icon="clock" wide onTap={() => setOpen(true)}>
        {w.open()}
      </Button>
    )
  return (
    <div class="stack">
      <Field
        label={w.what()}
        value={note.text}
        bad={lacking && note.text.trim() === '' ? w.lacking() : undefined}
        onInput={(text) => type({ text })}
      />
      <div class="notable">
        {notable.map((name) => (
          <Button key={name} size="mid" onTap={() => void record(name)}>
            {w[name]()}
          </Button>
        ))}
      </div>
    </div>
  )
}

/** What can still be recorded: what would keep a promise that is open, or start one that waits. */
export function notableOf(clocks: readonly Clock[]): Noted[] {
  const open = clocks.filter(({ met_at }) => met_at === null)
  const promised = (promise: Clock['promise']) => open.some((clock) => clock.promise === promise)
  const paused = open.some(({ paused_at }) => paused_at !== null)
  const waitsForPlan = open.some(({ starts, started_at }) => starts === 'agreed' && started_at === null)
  const all: [boolean, Noted][] = [
    [promised('answer'), 'job.answer'],
    [promised('written_answer'), 'job.answer_in_writing'],
    [waitsForPlan, 'job.agree_plan'],
    [promised('loan_unit'), 'job.lend_unit'],
    [open.length > 0 && !paused, 'job.pause'],
    [paused, 'job.resume'],
  ]
  return all.filter(([can]) => can).map(([, name]) => name)
}
