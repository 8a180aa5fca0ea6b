/** Ready to sign? What still lacks in plain words, the evidence, and the hand-over to the customer (VIS-6, VIS-10). */
import { useEffect } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Tick } from '../../parts/choice'
import { Field } from '../../parts/field'
import { Icon } from '../../parts/icon'
import { Meter } from '../../parts/meter'
import { Segmented } from '../../parts/segmented'
import { Heading } from '../../parts/sheet'
import { spacedTag } from '../../parts/tag'
import { clock } from '../../parts/times'
import { words } from '../../parts/words'
import { lacking } from '../../rules/lacking'
import { useLive } from '../../store/live'
import { faultOf } from '../../store/visits'
import { type Evidence, evidenceOf } from './evidence'
import { findingsOf } from './findings'
import { VisitChip, VisitFrame } from './frame'
import { LackList, lackingSteps } from './lack_list'
import { Photos } from './photos'
import { saved, useSaving } from './saving'
import { recordLeftDrafts, useSection } from './section'
import type { SigningProps } from './step'

const w = words({
  title: ['能签字了吗', 'Ready to sign?'],
  stillOpen: [(what: string) => `还差：${what}`, (what: string) => `Still open: ${what}`],
  evidence: ['凭据', 'Evidence'],
  of: [(all: number) => `/ ${all}`, (all: number) => `of ${all}`],
  count: [(had: number, all: number) => `${all} 项有 ${had} 项`, (had: number, all: number) => `${had} of ${all}`],
  nameplate: ['铭牌', 'Name plate'],
  meter: ['表盘', 'Meter'],
  cause: ['故障和原因', 'Fault and cause'],
  old_part: ['拆下的件，两面', 'Removed part, two sides'],
  tag: ['旧件标签', 'Old part tagged'],
  result: ['修好后运转', 'Running after repair'],
  resultAsk: ['拍它在运转', 'Photo of it running'],
  nameplateAsk: ['拍铭牌', 'Photo of the name plate'],
  meterAsk: ['拍表盘', 'Photo of the meter'],
  missing: [
    (what: string) => `还差“${what}”。供应商的规定要它，没有它这次索赔可能被退：`,
    (what: string) => `Missing: ${what}. The supplier’s rules ask for it and may refuse this claim: `,
  ],
  refusal_nameplate: ['分不清是哪台', 'unit not proven'],
  refusal_meter: ['里程无凭据', 'reading not proven'],
  refusal_cause: ['无故障现象或原因分析', 'no symptom or cause'],
  refusal_old_part: ['无件', 'part missing'],
  refusal_tag: ['无旧件标签', 'no old-part tag'],
  refusal_result: ['没有修好的证明', 'no proof of repair'],
  goThere: ['去补上', 'Go and add it'],
  sides: [(n: string, at: string) => `${n} 张，${at}`, (n: string, at: string) => `${n} photos, ${at}`],
  shown: [(who: string) => `给${who}讲过怎么用、怎么保养`, (who: string) => `Use and care shown to ${who}`],
  customer: ['用户', 'the customer'],
  who: ['谁来签', 'Who signs'],
  name: ['姓名', 'Name'],
  role: ['职务', 'Position'],
  reads: ['用户看和签用', 'Customer reads and signs in'],
  hand: ['交给用户', 'Hand over to the customer'],
  locked: ['前面做完就能签', 'Opens when the rest is done'],
  absent: ['用户不在，或不签', 'Absent or won’t sign'],
})

export function Handover(props: SigningProps) {
  const { job, visit, photos, swaps, checklists, signing, keep } = props
  const handle = useSection(visit, 'handle')
  const fault = useLive(() => faultOf(visit.check.fault_id), [visit.check.fault_id]) ?? null
  useEffect(() => {
    void saved(recordLeftDrafts(visit))
  }, [visit.id])
  const evidence = evidenceOf(visit, photos, swaps, fault)
  const lacks = lacking(findingsOf({ ...visit, handle: handle.value }, photos, swaps, checklists)).filter(
    ({ code }) => code !== 'visit.not_ended',
  )
  const open = lackingSteps(lacks)
  const [saving, save] = useSaving()
  const hand = () =>
    save(async () => {
      await handle.save()
      if (visit.ended_at === null) await mutate('visit.end', { visit_id: visit.id })
      keep({ stage: 'customer' })
    })
  return (
    <VisitFrame
      job={job}
      title={w.title()}
      chip={<VisitChip visit={visit} />}
      dock={
        <div class="signdock">
          {open.length > 0 && (
            <p class="meta warn lackline" role="status">
              <Icon name="arrow-bend-up-left" size="s" />
              {w.stillOpen(open.join('、'))}
            </p>
          )}
          <Button
            kind="main"
            wide
            icon={open.length > 0 ? 'lock-simple' : 'signature'}
            off={open.length > 0 || saving}
            onTap={hand}
          >
            {w.hand()}
          </Button>
          <p class="meta alt">
            <button type="button" class="textlink" onClick={() => keep({ stage: 'decline' })}>
              {w.absent()}
            </button>
          </p>
        </div>
      }
    >
      <LackList lacks={lacks} visit={visit} swaps={swaps} />
      <EvidenceSheet {...props} evidence={evidence} />
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
      <div class="lines" onFocusOut={handle.onFocusOut}>
        <Tick
          label={w.shown(signing.name || w.customer())}
          ticked={handle.value.use_shown === true}
          onTick={(use_shown) => handle.set({ use_shown })}
        />
      </div>
      <Heading>{w.who()}</Heading>
      <div class="two">
        <Field label={w.name()} value={signing.name} autocomplete="off" onInput={(name) => keep({ name })} />
        <Field label={w.role()} value={signing.role} autocomplete="off" onInput={(role) => keep({ role })} />
      </div>
      <Heading>{w.reads()}</Heading>
      <Segmented
        label={w.reads()}
        value={signing.language}
        options={[
          { value: 'zh', label: '中文' },
          { value: 'en', label: 'English' },
        ]}
        onChoose={(language) => keep({ language })}
      />
    </VisitFrame>
  )
}

const STEP_OF = { cause: 'check', old_part: 'swap', tag: 'swap' } as const

/** The meter, and the first missing piece with its own camera and what a refusal would be called. */
function EvidenceSheet({ evidence, visit }: SigningProps & { evidence: Evidence[] }) {
  const had = evidence.filter((one) => one.had).length
  const missing = evidence.find((one) => !one.had)
  return (
    <section class="sheet evidence">
      <div class="row between">
        <h2 class="lead">{w.evidence()}</h2>
        <p>
          <span class="key">{had}</span> <span class="meta">{w.of(evidence.length)}</span>
        </p>
      </div>
      <Meter had={evidence.map((one) => one.had)} label={w.count(had, evidence.length)} />
      {missing && (
        <>
          <p class="meta">
            {w.missing(w[missing.name]())}
            <b>{w[`refusal_${missing.name}`]()}</b>
          </p>
          {missing.subject ? (
            <Photos
              visit={visit}
              subject={missing.subject}
              photos={[]}
              alt={w[missing.name]()}
              ask={
                missing.name === 'result' ? w.resultAsk() : missing.name === 'meter' ? w.meterAsk() : w.nameplateAsk()
              }
            />
          ) : (
            <Button wide href={`/job/${visit.job_id}/${STEP_OF[missing.name as keyof typeof STEP_OF]}`}>
              {w.goThere()}
            </Button>
          )}
        </>
      )}
    </section>
  )
}

function proof({ name, at, shown }: Evidence): string {
  if (name === 'old_part') return w.sides(shown ?? '', at ? clock(at) : '')
  if (name === 'tag') return (shown ?? '').split('  ').map(spacedTag).join('  ')
  return shown ?? (at ? clock(at) : '')
}
