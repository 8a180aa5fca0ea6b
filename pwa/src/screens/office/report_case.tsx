/** One service report before the manager: everything that was found and done, then approved or sent back (VIS-14). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { figure } from '../../parts/figures'
import { PhotoFrame } from '../../parts/photo'
import { Plate } from '../../parts/sheet'
import { Tagline } from '../../parts/tagline'
import { clock, dayAndClock } from '../../parts/times'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Id, Rows } from '../../rules/wire'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { type ReportInFull, reportInFull } from '../../store/reports'
import { CaseFrame } from './case_frame'
import { useDeciding } from './deciding'
import { Findings } from './findings'
import { Picture } from './picture'
import { Reason } from './reason'
import { Refused } from './refused'

const w = words({
  report: [(number: string) => `服务报告 ${number}`, (number: string) => `Report ${number}`],
  noNumber: ['服务报告', 'Service report'],
  title: [
    (who: string, unit: string) => `${who}修了 ${unit}`,
    (who: string, unit: string) => `${who} serviced ${unit}`,
  ],
  closed: [(at: string) => `${at} 结束`, (at: string) => `Closed ${at}`],
  signedBy: [(who: string, at: string) => `${who} ${at} 签字`, (who: string, at: string) => `Signed by ${who}, ${at}`],
  signature: ['用户签字', 'Customer’s signature'],
  unsigned: ['没有签字', 'Not signed'],
  absent: ['用户不在', 'Customer absent'],
  unwilling: ['用户不愿签', 'Customer unwilling'],
  stamped: ['盖章代签', 'Stamped instead'],
  approve: ['同意', 'Approve'],
  sendBack: ['退回', 'Send back'],
  reasonFirst: ['退回要写理由，服务人员看得到。', 'Write why; the technician will read it.'],
  acceptUnsigned: ['没签字，照样认', 'Accept without a signature'],
  acceptFirst: [
    '写为什么没签字也认：这句话顶替签字，件才能销账。',
    'Write why it is accepted unsigned: this stands in for the signature, so that the parts can be written off.',
  ],
  accepted: ['没签字，主管认了', 'Accepted without a signature'],
  stillUnsigned: [
    '同意了，还缺签字，换的件销不了账。',
    'Approved, but nobody signed: its parts cannot be written off yet.',
  ],
  approved: ['同意了', 'Approved'],
  sentBack: ['退回了', 'Sent back'],
  decidedBy: [(who: string, at: string) => `${who}，${at}`, (who: string, at: string) => `${who}, ${at}`],
  photos: ['照片', 'Photos'],
  somebody: ['有人', 'Somebody'],
  arrived: ['到场', 'arrived'],
  ended: ['做完', 'ended'],
  late: ['改派以后才发到', 'Arrived after reassignment'],
  meter: ['表', 'Meter'],
  nameplate: ['铭牌', 'Name plate'],
  fault: ['故障', 'Fault'],
  new_part: ['新件', 'New part'],
  old_part: ['旧件', 'Old part'],
  before: ['修前', 'Before'],
  after: ['修后', 'After'],
  result: ['修好后', 'Result'],
  stamped_paper: ['盖章的纸', 'Stamped paper'],
  other: ['其他', 'Other'],
  notSent: ['还没到服务器', 'Not on the server yet'],
})

export function ReportCase({ id, onBack }: { id: Id; onBack: () => void }) {
  const full = useLive(() => reportInFull(id), [id])
  const key = `decide:${id}`
  const [note, type, drop] = useDraft<{ text: string }>(key, { text: '' })
  const [lacking, lack] = useState<'send_back' | 'accept' | null>(null)
  const [busy, decide] = useDeciding(drop)
  if (!full) return <section class="sheet case" aria-busy="true" />
  const { report, job, technician, visit } = full
  const waits = report.state === 'signed' || report.state === 'unsigned'
  const approve = () => decide(() => mutate('report.approve', { report_id: id }, { draft: key }), w.approved())
  const nobodySigned = visit?.state === 'unsigned' || report.state === 'unsigned'
  const canAccept = nobodySigned && report.accepted_unsigned === null && report.state !== 'sent_back'
  const accept = () => {
    const reason = note.text.trim()
    lack(reason === '' ? 'accept' : null)
    if (reason === '') return
    decide(() => mutate('report.accept_unsigned', { report_id: id, reason }, { draft: key }), w.accepted())
  }
  const sendBack = () => {
    const reason = note.text.trim()
    lack(reason === '' ? 'send_back' : null)
    if (reason !== '') decide(() => mutate('report.send_back', { report_id: id, reason }, { draft: key }), w.sentBack())
  }
  return (
    <CaseFrame
      id={id}
      kind={report.number ? w.report(report.number) : w.noNumber()}
      called={report.number ?? w.noNumber()}
      icon="file-text"
      aside={<span class="meta">{w.closed(dayAndClock(report.closed_at))}</span>}
      title={w.title(technician?.name ?? w.somebody(), job?.plate ?? job?.model ?? job?.customer_name ?? '')}
      lede={
        <>
          {[job?.customer_name, job?.model].filter(Boolean).join(' · ')} {job?.plate && <Plate>{job.plate}</Plate>}
        </>
      }
      onBack={onBack}
      dock={
        (waits || canAccept) && (
          <div class="act">
            {canAccept ? (
              <Button kind="main" icon="check" off={busy} onTap={accept}>
                {w.acceptUnsigned()}
              </Button>
            ) : (
              <Button kind="main" icon="check" off={busy} onTap={approve}>
                {w.approve()}
              </Button>
            )}
            {waits && (
              <Button icon="arrow-bend-up-left" off={busy} onTap={sendBack}>
                {w.sendBack()}
              </Button>
            )}
          </div>
        )
      }
    >
      <Times visit={visit} />
      <Findings full={full} />
      <Signed full={full} />
      <Photos photos={full.photos} />
      {waits || canAccept ? (
        <>
          {!waits && <Verdict kind="doubt" title={w.stillUnsigned()} />}
          <Refused about={[id]} name="report.approve" onTakeBack={() => lack(null)} />
          <Refused about={[id]} name="report.accept_unsigned" onTakeBack={(body) => type({ text: body.reason })} />
          <Refused about={[id]} name="report.send_back" onTakeBack={(body) => type({ text: body.reason })} />
          <Reason
            value={note.text}
            lacking={lacking === null ? undefined : lacking === 'accept' ? w.acceptFirst() : w.reasonFirst()}
            onInput={(text) => {
              type({ text })
              lack(null)
            }}
          />
        </>
      ) : (
        <Verdict
          kind={report.state === 'approved' ? 'ok' : 'doubt'}
          title={report.state === 'sent_back' ? w.sentBack() : report.accepted_unsigned ? w.accepted() : w.approved()}
        >
          {report.sent_back_reason ?? report.accepted_unsigned}{' '}
          {report.decided_at && w.decidedBy(full.decidedBy?.name ?? w.somebody(), dayAndClock(report.decided_at))}
        </Verdict>
      )}
    </CaseFrame>
  )
}

function Times({ visit }: { visit: Rows['visit'] | undefined }) {
  if (!visit) return null
  const times = [
    visit.arrived_at && `${w.arrived()} ${clock(visit.arrived_at)}`,
    visit.ended_at && `${w.ended()} ${clock(visit.ended_at)}`,
    visit.look.read_km !== null && `${figure(visit.look.read_km)} km`,
    visit.look.read_h !== null && `${figure(visit.look.read_h)} h`,
  ]
  return (
    <p class="meta">
      {times.filter(Boolean).join(' · ')} {visit.late && <Tagline icon="clock">{w.late()}</Tagline>}
    </p>
  )
}

function Signed({ full: { visit, signature } }: { full: ReportInFull }) {
  if (signature) {
    const who = [signature.signer_name, signature.signer_role].filter(Boolean).join(' ')
    return (
      <Verdict kind="ok" icon="signature" title={w.signedBy(who, dayAndClock(signature.signed_at))}>
        <svg class="ink" viewBox={`0 0 ${signature.width} ${signature.height}`} role="img" aria-label={w.signature()}>
          {signature.strokes.map((stroke) => (
            <polyline key={stroke[0]?.join()} points={stroke.map(([x, y]) => `${x},${y}`).join(' ')} />
          ))}
        </svg>
      </Verdict>
    )
  }
  if (!visit?.unsigned_reason) return null
  return (
    <Verdict kind="doubt" title={`${w.unsigned()}: ${unsignedName(visit.unsigned_reason)}`}>
      {visit.unsigned_note}
    </Verdict>
  )
}

function unsignedName(reason: string): string {
  return reason === 'absent' || reason === 'unwilling' || reason === 'stamped' ? w[reason]() : reason
}

const SUBJECTS = [
  'meter',
  'nameplate',
  'fault',
  'new_part',
  'old_part',
  'before',
  'after',
  'result',
  'stamped_paper',
] as const

function Photos({ photos }: { photos: readonly Rows['photo'][] }) {
  if (photos.length === 0) return null
  return (
    <section class="seen">
      <h2>{w.photos()}</h2>
      <div class="photos">
        {photos.map((photo) => {
          const subject = SUBJECTS.find((one) => one === photo.subject) ?? 'other'
          const alt = `${w[subject]()} ${dayAndClock(photo.taken_at)}`
          return (
            <figure key={photo.id}>
              {photo.state === 'expected' ? (
                <PhotoFrame address={null} alt={`${alt}, ${w.notSent()}`} />
              ) : (
                <Picture photo={photo} alt={alt} none="" />
              )}
              <figcaption class="meta">
                {photo.state === 'expected' ? `${w[subject]()} · ${w.notSent()}` : alt}
              </figcaption>
            </figure>
          )
        })}
      </div>
    </section>
  )
}
