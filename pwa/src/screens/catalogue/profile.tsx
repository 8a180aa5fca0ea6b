/** One profile: which jobs it fits, and what is promised to them (JOB-3). It is set whole. */
import { mutate } from '../../mutations/mutate'
import { Bar } from '../../parts/bar'
import { Button } from '../../parts/button'
import { Tick } from '../../parts/choice'
import { Field, Pick } from '../../parts/field'
import { go, type ScreenProps } from '../../parts/route'
import { Screen } from '../../parts/screen'
import { Heading } from '../../parts/sheet'
import { say } from '../../parts/toast'
import { words } from '../../parts/words'
import { uuid7 } from '../../rules/ids'
import { maySetForAll } from '../../rules/master_data'
import type { SlaProfile } from '../../rules/wire'
import { myself, slaProfile } from '../../store/catalogue'
import { useDraft } from '../../store/drafts'
import { useLive } from '../../store/live'
import { Refused } from '../office/refused'
import {
  CONTRACTS,
  contract,
  FAULT_CLASSES,
  faultClass,
  fieldName,
  REPAIR_SIZES,
  repairSize,
  URGENCIES,
  urgency,
} from '../office/words'
import { startsName } from './profile_words'
import { KINDS, kindName, yesNo } from './words'
import './catalogue.css'

const w = words({
  new: ['新增时限', 'New promise'],
  name: ['名称', 'Name'],
  nameEn: ['英文名称', 'English name'],
  fits: ['合哪些任务', 'Which jobs it fits'],
  promises: ['答应什么', 'What is promised'],
  kind: ['设备类别', 'Kind of unit'],
  minKm: ['最近（公里）', 'From, km'],
  maxKm: ['最远（公里）', 'Up to, km'],
  any: ['不限', 'Any'],
  active: ['在用', 'In use'],
  promise: ['答应', 'Promise'],
  amount: ['多久', 'How long'],
  unit: ['单位', 'Unit'],
  starts: ['从何时起', 'Runs from'],
  hours: ['小时', 'hours'],
  working_days: ['工作日', 'working days'],
  answer: ['答复', 'Answer'],
  written_answer: ['书面答复', 'Written answer'],
  on_site: ['到场', 'On site'],
  repaired: ['修好', 'Repaired'],
  loan_unit: ['备用机', 'Loan unit'],
  another: ['再加一条', 'Add a promise'],
  remove: ['去掉这一条', 'Take this away'],
  save: ['存下', 'Save'],
  same: ['没有改动', 'Nothing changed'],
  bad: [
    '名称要写，时间写 1 到 10000 的整数，最近不能比最远还远',
    'Names are needed; times are whole numbers from 1; “from” is not above “up to”',
  ],
  saved: ['存在本机了，有信号自己发', 'Saved here. Sends itself later.'],
  readOnly: ['总部的主管或管理员可以改。', 'A manager of the head office may change it.'],
})

type Term = SlaProfile['terms'][number]
const PROMISES: readonly Term['promise'][] = ['answer', 'written_answer', 'on_site', 'repaired', 'loan_unit']
const UNITS: readonly Term['unit'][] = ['hours', 'working_days']
const STARTS: readonly Term['starts'][] = ['opened', 'dispatched', 'agreed']
const FIRST: TypedTerm = { promise: 'on_site', amount: '24', unit: 'hours', starts: 'opened' }

type TypedTerm = Omit<Term, 'amount'> & { amount: string }
interface Typed extends Record<(typeof ASKED)[number] | 'name' | 'name_en' | 'min_km' | 'max_km', string> {
  active: boolean
  terms: TypedTerm[]
}
const ASKED = ['fault_class', 'urgency', 'equipment_kind', 'contract', 'repair_size', 'supplier_involved'] as const

const OPTIONS: Record<(typeof ASKED)[number], [readonly string[], (code: string) => string]> = {
  fault_class: [FAULT_CLASSES, faultClass],
  urgency: [URGENCIES, urgency],
  equipment_kind: [KINDS, kindName],
  contract: [CONTRACTS, contract],
  repair_size: [REPAIR_SIZES, repairSize],
  supplier_involved: [['true', 'false'], (code) => yesNo(code === 'true')],
}

export default function Profile({ params }: ScreenProps) {
  const id = params.id ?? ''
  const me = useLive(myself)
  const stored = useLive(() => slaProfile(id), [id])
  if (me === undefined || stored === undefined)
    return <Screen head={<Bar title="" back="/catalogue/sla" />}>{null}</Screen>
  return <Form key={`${id}:${stored?.revision ?? 0}`} stored={stored} maySet={maySetForAll(me)} />
}

function Form({ stored, maySet }: { stored: SlaProfile | null; maySet: boolean }) {
  const key = `sla:${stored?.id ?? 'new'}`
  const before = typedOf(stored)
  const [typed, type, drop] = useDraft<Typed>(key, before)
  const read = readOf(typed)
  const changed = JSON.stringify(typed) !== JSON.stringify(before)
  const save = async () => {
    if (read === null) return
    const profile_id = stored?.id ?? uuid7()
    await mutate('sla_profile.set', { profile_id, revision: stored?.revision ?? 0, ...read }, { draft: key })
    drop()
    say(w.saved())
    if (stored === null) go('/catalogue/sla', { replace: true })
  }
  const set = (name: keyof Typed) => (value: string) => type({ ...typed, [name]: value })
  const setTerm = (at: number, term: TypedTerm) =>
    type({ ...typed, terms: typed.terms.map((one, place) => (place === at ? term : one)) })
  const text = (name: 'name' | 'name_en' | 'min_km' | 'max_km', label: string) => (
    <Field label={label} value={typed[name]} onInput={set(name)} readOnly={!maySet} />
  )
  return (
    <Screen
      head={<Bar title={stored === null ? w.new() : stored.name} back="/catalogue/sla" />}
      dock={
        maySet && (
          <Button kind="main" wide off={!changed || read === null} onTap={() => void save()}>
            {changed ? w.save() : w.same()}
          </Button>
        )
      }
    >
      {stored !== null && (
        <Refused
          about={[stored.id]}
          name="sla_profile.set"
          onTakeBack={({ profile_id: _, ...body }) => type(typedOf({ id: stored.id, ...body }))}
        />
      )}
      {!maySet && <p class="meta">{w.readOnly()}</p>}
      <div class="filecard paired">
        {text('name', w.name())}
        {text('name_en', w.nameEn())}
        <Tick label={w.active()} ticked={typed.active} onTick={(active) => maySet && type({ ...typed, active })} />
      </div>
      <Heading>{w.fits()}</Heading>
      <div class="filecard paired">
        {ASKED.map((name) => (
          <Pick
            key={name}
            label={name === 'equipment_kind' ? w.kind() : fieldName(name)}
            value={typed[name]}
            options={[
              { value: '', label: w.any() },
              ...OPTIONS[name][0].map((code) => ({ value: code, label: OPTIONS[name][1](code) })),
            ]}
            onPick={(value) => maySet && set(name)(value)}
          />
        ))}
        {text('min_km', w.minKm())}
        {text('max_km', w.maxKm())}
      </div>
      <Heading>{w.promises()}</Heading>
      {typed.terms.map((term, at) => (
        <div key={at} class="sheet filecard paired">
          <Pick
            label={w.promise()}
            value={term.promise}
            options={PROMISES.map((value) => ({ value, label: w[value]() }))}
            onPick={(value) => maySet && setTerm(at, { ...term, promise: value as Term['promise'] })}
          />
          <Field
            label={w.amount()}
            value={term.amount}
            onInput={(amount) => setTerm(at, { ...term, amount })}
            inputMode="numeric"
            readOnly={!maySet}
          />
          <Pick
            label={w.unit()}
            value={term.unit}
            options={UNITS.map((value) => ({ value, label: w[value]() }))}
            onPick={(value) => maySet && setTerm(at, { ...term, unit: value as Term['unit'] })}
          />
          <Pick
            label={w.starts()}
            value={term.starts}
            options={STARTS.map((value) => ({ value, label: startsName(value) }))}
            onPick={(value) => maySet && setTerm(at, { ...term, starts: value as Term['starts'] })}
          />
          {maySet && typed.terms.length > 1 && (
            <Button
              size="mid"
              kind="plain"
              icon="trash"
              onTap={() => type({ ...typed, terms: typed.terms.filter((_, place) => place !== at) })}
            >
              {w.remove()}
            </Button>
          )}
        </div>
      ))}
      {maySet && (
        <Button size="mid" icon="plus" onTap={() => type({ ...typed, terms: [...typed.terms, FIRST] })}>
          {w.another()}
        </Button>
      )}
      {changed && read === null && <p class="meta">{w.bad()}</p>}
    </Screen>
  )
}

type Set = Omit<SlaProfile, 'id' | 'revision'>

function typedOf(stored: (Set & { id: string }) | null): Typed {
  return {
    name: stored?.name ?? '',
    name_en: stored?.name_en ?? '',
    active: stored?.active ?? true,
    fault_class: stored?.fault_class ?? '',
    urgency: stored?.urgency ?? '',
    equipment_kind: stored?.equipment_kind ?? '',
    contract: stored?.contract ?? '',
    repair_size: stored?.repair_size ?? '',
    supplier_involved: stored?.supplier_involved == null ? '' : String(stored.supplier_involved),
    min_km: stored?.min_km == null ? '' : String(stored.min_km),
    max_km: stored?.max_km == null ? '' : String(stored.max_km),
    terms: stored?.terms.map((term) => ({ ...term, amount: String(term.amount) })) ?? [FIRST],
  }
}

const whole = (text: string, most: number): number | null | undefined => {
  const plain = text.trim()
  if (plain === '') return null
  return /^\d{1,5}$/.test(plain) && Number(plain) <= most ? Number(plain) : undefined
}

/** The profile as it travels, or null while something in it does not fit. */
function readOf(typed: Typed): Set | null {
  const [min_km, max_km] = [whole(typed.min_km, 20_000), whole(typed.max_km, 20_000)]
  const amounts = typed.terms.map((term) => whole(term.amount, 10_000) ?? 0)
  const [name, name_en] = [typed.name.trim(), typed.name_en.trim()]
  if (name === '' || name_en === '' || min_km === undefined || max_km === undefined) return null
  if (amounts.some((amount) => amount < 1) || (min_km !== null && max_km !== null && min_km > max_km)) return null
  return {
    name,
    name_en,
    active: typed.active,
    fault_class: (typed.fault_class || null) as Set['fault_class'],
    urgency: (typed.urgency || null) as Set['urgency'],
    equipment_kind: (typed.equipment_kind || null) as Set['equipment_kind'],
    contract: (typed.contract || null) as Set['contract'],
    repair_size: (typed.repair_size || null) as Set['repair_size'],
    supplier_involved: typed.supplier_involved === '' ? null : typed.supplier_involved === 'true',
    min_km,
    max_km,
    terms: typed.terms.map((term, place) => ({ ...term, amount: amounts[place] ?? 1 })),
  }
}
