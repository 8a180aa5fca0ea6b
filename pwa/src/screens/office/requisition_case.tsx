/** One requisition 领料单 before the manager: what is asked, what van and store have, approved line by line or refused (PART-2). */
import { useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Plate } from '../../parts/sheet'
import { Sideways } from '../../parts/sideways'
import { Tagline } from '../../parts/tagline'
import { dayAndClock } from '../../parts/times'
import { Verdict } from '../../parts/verdict'
import { words } from '../../parts/words'
import type { Id } from '../../rules/wire'
import { requisitionInFull } from '../../store/deciding'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { partName } from '../part_name'
import { CaseFrame, YesOrNo } from './case_frame'
import { useDeciding } from './deciding'
import { Reason } from './reason'
import { Refused } from './refused'

const w = words({
  requisition: [(number: string) => `领料单 ${number}`, (number: string) => `Requisition ${number}`],
  asked: [(at: string) => `${at} 提的`, (at: string) => `Asked ${at}`],
  urgent: ['急', 'Urgent'],
  lines: ['领的件', 'Parts asked for'],
  title: [(who: string) => `${who}要领件`, (who: string) => `${who} asks for parts`],
  lede: [
    '批几件就发几件，可以少批，不能多批。',
    'You may lower a number, never raise it. The store hands out what you approve.',
  ],
  part: ['件', 'Part'],
  van: ['车上', 'Van'],
  store: ['库里', 'Store'],
  wants: ['要', 'Asked'],
  approve: ['批', 'Approve'],
  approveOf: [(part: string) => `${part}，批几件`, (part: string) => `${part}: pieces to approve`],
  unknown: ['目录里没有', 'Not in the catalogue'],
  early: ['件已经发出去了，补一个批准。', 'Some of it is handed out already; this approves it afterwards.'],
  yes: ['同意', 'Approve'],
  no: ['不同意', 'Refuse'],
  noneFirst: ['一件都不批，就写理由，选不同意。', 'To approve nothing, write why and refuse.'],
  reasonFirst: ['不同意要写理由，他看得到，改了再发。', 'Write why; they will read it, change it and ask again.'],
  approved: ['同意了，库房会发件', 'Approved; the store hands it out'],
  refused: ['没同意', 'Refused'],
  by: [(who: string, at: string) => `${who}，${at}`, (who: string, at: string) => `${who}, ${at}`],
  somebody: ['有人', 'Somebody'],
})

interface Typed {
  text: string
  pieces: Record<Id, string>
}

export function RequisitionCase({ id, onBack }: { id: Id; onBack: () => void }) {
  const full = useLive(() => requisitionInFull(id), [id])
  const key = `requisition:${id}`
  const [typed, type, drop] = useDraft<Typed>(key, { text: '', pieces: {} })
  const [lacking, lack] = useState<'none' | 'reason' | null>(null)
  const [busy, decide] = useDeciding(drop)
  if (!full) return <section class="sheet case" aria-busy="true" />
  const { requisition, by, job, decidedBy } = full
  const waits = requisition.decided_at === null
  const who = by?.name ?? w.somebody()
  const pieces = requisition.lines.map(({ part_id, asked }) => ({
    part_id,
    quantity: Math.min(asked, Math.max(0, Number.parseInt(typed.pieces[part_id] ?? String(asked), 10) || 0)),
  }))
  const approve = () => {
    const nothing = pieces.every(({ quantity }) => quantity === 0)
    lack(nothing ? 'none' : null)
    if (nothing) return
    decide(
      () => mutate('requisition.approve', { requisition_id: id, lines: pieces }, { draft: key }),
      w.approved(),
      'check',
    )
  }
  const refuse = () => {
    const reason = typed.text.trim()
    lack(reason === '' ? 'reason' : null)
    if (reason === '') return
    decide(() => mutate('requisition.refuse', { requisition_id: id, reason }, { draft: key }), w.refused())
  }
  return (
    <CaseFrame
      id={id}
      kind={w.requisition(requisition.number ?? '')}
      icon="clipboard-text"
      aside={<span class="meta">{w.asked(dayAndClock(requisition.asked_at))}</span>}
      title={w.title(who)}
      lede={w.lede()}
      onBack={onBack}
      dock={waits && <YesOrNo busy={busy} yes={w.yes()} no={w.no()} onYes={approve} onNo={refuse} />}
    >
      <p class="unitline">
        {requisition.urgency === 'urgent' && (
          <Tagline icon="warning" kind="doubt">
            {w.urgent()}
          </Tagline>
        )}{' '}
        {job?.plate && <Plate>{job.plate}</Plate>}{' '}
        {[requisition.job_number, job?.customer_name, requisition.note].filter(Boolean).join(' · ')}
      </p>
      {waits && requisition.issues.length > 0 && <Verdict kind="doubt" title={w.early()} />}
      <Sideways name={w.lines()}>
        <table class="mv">
          <thead>
            <tr>
              <th>{w.part()}</th>
              <th class="num">{w.van()}</th>
              <th class="num">{w.store()}</th>
              <th class="num">{w.wants()}</th>
              <th class="num">{w.approve()}</th>
            </tr>
          </thead>
          <tbody>
            {full.lines.map(({ part, asked, approved, van, store }, place) => {
              const part_id = requisition.lines[place]?.part_id ?? ''
              const name = part ? partName(part) : w.unknown()
              return (
                <tr key={part_id}>
                  <td>
                    {name} <span class="meta mono">{part?.part_no}</span>
                  </td>
                  <td class="num">{van}</td>
                  <td class={store < asked ? 'num warn' : 'num'}>{store}</td>
                  <td class="num">{asked}</td>
                  <td class="num">
                    {waits ? (
                      <input
                        class="pieces"
                        inputMode="numeric"
                        aria-label={w.approveOf(name)}
                        value={typed.pieces[part_id] ?? String(asked)}
                        onInput={(event) =>
                          type({ ...typed, pieces: { ...typed.pieces, [part_id]: event.currentTarget.value } })
                        }
                      />
                    ) : (
                      <b>{approved ?? 0}</b>
                    )}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </Sideways>
      {waits ? (
        <>
          <Refused
            about={[id]}
            name="requisition.approve"
            onTakeBack={({ lines }) =>
              type({
                ...typed,
                pieces: Object.fromEntries(lines.map(({ part_id, quantity }) => [part_id, String(quantity)])),
              })
            }
          />
          <Refused
            about={[id]}
            name="requisition.refuse"
            onTakeBack={({ reason }) => type({ ...typed, text: reason })}
          />
          <Reason
            value={typed.text}
            onInput={(text) => type({ ...typed, text })}
            lacking={lacking === null ? undefined : lacking === 'none' ? w.noneFirst() : w.reasonFirst()}
          />
        </>
      ) : (
        <Verdict
          kind={requisition.refusal === null ? 'ok' : 'flat'}
          icon="check-circle"
          title={requisition.refusal === null ? w.approved() : w.refused()}
        >
          {requisition.refusal}{' '}
          {requisition.decided_at && w.by(decidedBy?.name ?? w.somebody(), dayAndClock(requisition.decided_at))}
        </Verdict>
      )}
    </CaseFrame>
  )
}
