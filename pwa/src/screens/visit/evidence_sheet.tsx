/** The evidence meter: the first missing piece with its own way there, the others below it, then what is there (VIS-6). */
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { Meter } from '../../parts/meter'
import { spacedTag } from '../../parts/tag'
import { clock } from '../../parts/times'
import { words } from '../../parts/words'
import type { Visit } from '../../rules/wire'
import type { Evidence } from './evidence'
import { Photos } from './photos'

const w = words({
  evidence: ['凭据', 'Evidence'],
  of: [(all: number) => `/ ${all}`, (all: number) => `of ${all}`],
  count: [(had: number, all: number) => `${all} 项有 ${had} 项`, (had: number, all: number) => `${had} of ${all}`],
  nameplate: ['铭牌', 'Name plate'],
  meter: ['表盘', 'Meter'],
  cause: ['故障和原因', 'Fault and cause'],
  old_part: ['拆下的件，两面', 'Removed part, two sides'],
  tag: ['旧件标签', 'Old part tagged'],
  result: ['修好后运转', 'Running after repair'],
  signature: ['用户签字', 'Customer’s signature'],
  onlySignature: ['只差用户签字了。', 'Only the customer’s signature is left.'],
  photoOf_result: ['拍它在运转', 'Photo of it running'],
  photoOf_nameplate: ['拍铭牌', 'Photo of the name plate'],
  photoOf_meter: ['拍表盘', 'Photo of the meter'],
  mayRefuse: [
    (what: string) => `还差“${what}”。供应商的规定要它，没有它这次索赔可能被退：`,
    (what: string) => `Missing: ${what}. The supplier’s rules ask for it and may refuse this claim: `,
  ],
  obligatory: [
    (what: string) => `还差“${what}”。有了它才能签字。`,
    (what: string) => `Missing: ${what}. It must be there before anybody signs.`,
  ],
  also: ['也还差', 'Also missing'],
  refusal_nameplate: ['分不清是哪台', 'unit not proven'],
  refusal_meter: ['里程无凭据', 'reading not proven'],
  refusal_cause: ['无故障现象或原因分析', 'no symptom or cause'],
  refusal_old_part: ['无件', 'part missing'],
  refusal_tag: ['无旧件标签', 'no old-part tag'],
  refusal_result: ['没有修好的证明', 'no proof of repair'],
  refusal_signature: ['用户没有确认', 'not confirmed'],
  goThere: ['去补上', 'Go and add it'],
  sides: [(n: string, at: string) => `${n} 张，${at}`, (n: string, at: string) => `${n} photos, ${at}`],
})

const STEP_OF: Partial<Record<Evidence['name'], string>> = {
  nameplate: 'look',
  meter: 'look',
  cause: 'check',
  old_part: 'swap',
  tag: 'swap',
}

interface EvidenceSheetProps {
  evidence: readonly Evidence[]
  visit: Visit
}

export function EvidenceSheet({ evidence, visit }: EvidenceSheetProps) {
  const had = evidence.filter((one) => one.had).length
  const open = evidence.filter((one) => !one.had && one.name !== 'signature')
  const [missing, ...others] = [...open.filter((one) => one.obligatory), ...open.filter((one) => !one.obligatory)]
  return (
    <section class="sheet evidence" id="evidence">
      <div class="row between">
        <h2 class="lead">{w.evidence()}</h2>
        <p>
          <span class="key">{had}</span> <span class="meta">{w.of(evidence.length)}</span>
        </p>
      </div>
      <Meter had={evidence.map((one) => one.had)} label={w.count(had, evidence.length)} />
      {missing ? <Missing missing={missing} visit={visit} /> : <p class="meta">{w.onlySignature()}</p>}
      {others.length > 0 && (
        <ul class="list also" aria-label={w.also()}>
          {others.map(({ name }) => (
            <li key={name}>
              <Elsewhere name={name} visit={visit} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Missing({ missing: { name, subject, obligatory }, visit }: { missing: Evidence; visit: Visit }) {
  const photographed = subject === 'result' || subject === 'nameplate' || subject === 'meter'
  return (
    <>
      <p class="meta">
        {obligatory ? w.obligatory(w[name]()) : w.mayRefuse(w[name]())}
        {!obligatory && <b>{w[`refusal_${name}`]()}</b>}
      </p>
      {photographed ? (
        <Photos visit={visit} subject={subject} photos={[]} alt={w[name]()} ask={w[`photoOf_${subject}`]()} />
      ) : (
        <Button wide href={`/job/${visit.job_id}/${STEP_OF[name]}`}>
          {w.goThere()}
        </Button>
      )}
    </>
  )
}

/** Another missing piece: its step, or nothing to tap where its turn comes on this very sheet. */
function Elsewhere({ name, visit }: { name: Evidence['name']; visit: Visit }) {
  const step = STEP_OF[name]
  const line = (
    <>
      <span class="hollow" />
      <span class="grow">
        {w[name]()} <span class="meta">{w[`refusal_${name}`]()}</span>
      </span>
    </>
  )
  if (step === undefined) return line
  return (
    <a href={`/job/${visit.job_id}/${step}`}>
      {line}
      <Icon name="caret-right" tone="quiet" />
    </a>
  )
}

/** What is there, and since when. */
export function EvidenceList({ evidence }: { evidence: readonly Evidence[] }) {
  return (
    <ul class="sheet flush list evl">
      {evidence
        .filter(({ had }) => had)
        .map((one) => (
          <li key={one.name}>
            <Icon name="check-circle" size="l" tone="acc" />
            <div class="grow">
              <b>{w[one.name]()}</b>
              <p class="meta">{proof(one)}</p>
            </div>
          </li>
        ))}
    </ul>
  )
}

function proof({ name, at, shown }: Evidence): string {
  if (name === 'old_part') return w.sides(shown ?? '', at ? clock(at) : '')
  if (name === 'tag') return (shown ?? '').split('  ').map(spacedTag).join('  ')
  return shown ?? (at ? clock(at) : '')
}
