/** Ready to sign? What still lacks in plain words, the evidence, and the hand-over to the customer (VIS-6, VIS-10). */
import { useEffect, useState } from 'preact/hooks'
import { mutate } from '../../mutations/mutate'
import { Button } from '../../parts/button'
import { Tick } from '../../parts/choice'
import { Field } from '../../parts/field'
import { Icon } from '../../parts/icon'
import { Segmented } from '../../parts/segmented'
import { Heading } from '../../parts/sheet'
import { words } from '../../parts/words'
import { lackingEvidence, shownBy } from '../../rules/evidence'
import { uuid7 } from '../../rules/ids'
import { lacking } from '../../rules/lacking'
import { INITIAL } from '../../rules/presets'
import { holderId } from '../../store/db'
import { keepHandOver } from '../../store/hand_over'
import { useLive } from '../../store/live'
import { hasPin } from '../../store/pin'
import { presets } from '../../store/presets'
import { faultOf } from '../../store/visits'
import { SetPin } from '../pin/set_pin'
import { CUSTOMER_LANGUAGES } from './customer_languages'
import { evidenceOf } from './evidence'
import { EvidenceList, EvidenceSheet } from './evidence_sheet'
import { findingsOf } from './findings'
import { VisitChip, VisitFrame } from './frame'
import { LackList, lackingSteps } from './lack_list'
import { saved, useSaving } from './saving'
import { recordLeftDrafts, useSection } from './section'
import type { SigningProps } from './step'

const w = words({
  title: ['能签字了吗', 'Ready to sign?'],
  stillOpen: [(what: string) => `还差：${what}`, (what: string) => `Still open: ${what}`],
  shown: [(who: string) => `给${who}讲过怎么用、怎么保养`, (who: string) => `Use and care shown to ${who}`],
  customer: ['用户', 'the customer'],
  who: ['谁来签', 'Who signs'],
  name: ['姓名', 'Name'],
  role: ['职务', 'Position'],
  reads: ['用户看和签用', 'Customer reads and signs in'],
  hand: ['交给用户', 'Hand over to the customer'],
  pin: ['要密码才能收回', 'Back needs your PIN'],
  absent: ['用户不在，或不签', 'Absent or won’t sign'],
})

export function Handover(props: SigningProps) {
  const { job, visit, photos, swaps, checklists, signing, keep } = props
  const handle = useSection(visit, 'handle')
  const fault = useLive(() => faultOf(visit.check.fault_id), [visit.check.fault_id]) ?? null
  useEffect(() => {
    void saved(recordLeftDrafts(visit))
  }, [visit.id])
  const { claim_policy } = useLive(presets) ?? INITIAL
  const evidence = evidenceOf(visit, photos, swaps, fault, claim_policy)
  const oldParts = swaps.flatMap(({ old_part }) => old_part ?? [])
  const lacks = [
    ...lacking(findingsOf({ ...visit, handle: handle.value }, photos, swaps, checklists)),
    ...lackingEvidence(claim_policy, shownBy(photos, oldParts)),
  ].filter(({ code }) => code !== 'visit.not_ended')
  const open = lackingSteps(lacks)
  const [saving, save] = useSaving()
  const [askingPin, setAskingPin] = useState(false)
  const hand = () =>
    save(async () => {
      await handle.save()
      if (!(await hasPin(holderId()))) return setAskingPin(true)
      if (visit.ended_at === null) await mutate('visit.end', { visit_id: visit.id })
      await keepHandOver({
        job_id: job.id,
        visit_id: visit.id,
        signature_id: uuid7(),
        stage: 'sign',
        next: 'hand_over',
        language: signing.language,
        score: null,
        words: '',
      })
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
            <span>
              <Icon name="lock-simple" size="s" /> {w.pin()}
            </span>
          </p>
        </div>
      }
    >
      <LackList lacks={lacks} visit={visit} swaps={swaps} checklists={checklists} />
      <EvidenceSheet visit={visit} evidence={evidence} />
      <EvidenceList evidence={evidence} />
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
        options={CUSTOMER_LANGUAGES}
        onChoose={(language) => keep({ language })}
      />
      {askingPin && (
        <SetPin
          onSet={() => {
            setAskingPin(false)
            hand()
          }}
          onClose={() => setAskingPin(false)}
        />
      )}
    </VisitFrame>
  )
}
