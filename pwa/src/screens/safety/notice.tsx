/** The site's safety notice: read before work starts, and acknowledged with one tap (VIS-13). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { Sheet } from '../../parts/sheet'
import { calendarDay, dayAndClock } from '../../parts/times'
import { say } from '../../parts/toast'
import { Verdict } from '../../parts/verdict'
import { language, words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import type { Job, Visit } from '../../rules/wire'
import type { SiteSafety } from '../../store/safety'
import { VisitFrame } from '../visit/frame'
import { useSaving } from '../visit/saving'
import './safety.css'

const w = words({
  title: ['安全告知', 'Safety notice'],
  before: ['动手之前，先读这一份', 'Read this before work starts'],
  of: [(name: string, n: number) => `${name}，第 ${n} 版`, (name: string, n: number) => `${name}, version ${n}`],
  onFile: ['安全协议在档', 'The safety agreement is on file'],
  until: [(day: string) => `到 ${day}`, (day: string) => `Until ${day}`],
  noEnd: ['没有期限', 'Without an end'],
  expired: ['安全协议过期了', 'The safety agreement has run out'],
  missing: ['没有安全协议', 'No safety agreement is on file'],
  told: ['照样可以读、可以干。办公室会知道。', 'You may read and work on. The office is told.'],
  otherLanguage: ['看英文', 'Read in Chinese'],
  ownLanguage: ['看中文', 'Read in English'],
  agree: ['读过了，照着做', 'Read. I will keep to it.'],
  read: [(at: string) => `${at} 读过`, (at: string) => `Read ${at}`],
  newer: ['后来改过，再读一遍', 'It has changed since. Read it again.'],
  kept: ['记下了', 'Recorded'],
})

interface Props {
  job: Job
  visit: Visit
  safety: SiteSafety
}

export function SafetyNotice({ job, visit, safety: { notice, agreement, acknowledgement } }: Props) {
  const [other, setOther] = useState(false)
  const [busy, save] = useSaving()
  const chinese = (language.value === 'zh') !== other
  const current = acknowledgement?.notice_id === notice.id && acknowledgement.version >= notice.version
  const acknowledge = () =>
    save(async () => {
      const { id: notice_id, version } = notice
      const body = { acknowledgement_id: uuid7(), visit_id: visit.id, notice_id, version }
      await mutate('safety.acknowledge', body)
      say(w.kept(), { icon: 'hard-hat' })
    })
  return (
    <VisitFrame
      job={job}
      title={w.title()}
      dock={
        !current && (
          <Button kind="main" wide icon="check" off={busy} onTap={acknowledge}>
            {w.agree()}
          </Button>
        )
      }
    >
      <div class="safety">
        {acknowledgement ? (
          <Verdict
            kind={current ? 'ok' : 'doubt'}
            icon="hard-hat"
            title={w.read(dayAndClock(acknowledgement.acknowledged_at))}
          >
            {!current && w.newer()}
          </Verdict>
        ) : (
          <p class="lead row">
            <Icon name="hard-hat" size="l" /> {w.before()}
          </p>
        )}
        <Sheet>
          <p class="noticetext" lang={chinese ? 'zh-CN' : 'en'}>
            {(chinese ? notice.text : notice.text_en) || notice.text}
          </p>
          <div class="row between">
            <span class="meta">{w.of(job.customer_name ?? '', notice.version)}</span>
            {notice.text_en && (
              <Button size="mid" kind="plain" icon="translate" onTap={() => setOther(!other)}>
                {other ? w.ownLanguage() : w.otherLanguage()}
              </Button>
            )}
          </div>
        </Sheet>
        {agreement === 'on_file' ? (
          <Verdict kind="ok" title={w.onFile()}>
            {notice.agreement_until ? w.until(calendarDay(notice.agreement_until)) : w.noEnd()}
          </Verdict>
        ) : (
          <Verdict kind="doubt" title={agreement === 'expired' ? w.expired() : w.missing()}>
            {w.told()}
          </Verdict>
        )}
      </div>
    </VisitFrame>
  )
}
