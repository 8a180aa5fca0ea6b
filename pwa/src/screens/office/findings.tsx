/** Listen, look, check and handle, and each swap, as the manager reads them (VIS-1 to VIS-5). */
import { figure } from '../../parts/figures'
import { Icon } from '../../parts/icon'
import { spacedTag } from '../../parts/tag'
import { language, words } from '../../parts/words'
import { asked } from '../../rules/checklists'
import type { Checklist, Rows, SectionAnswers } from '../../rules/wire'
import type { ReportInFull, SwapInFull } from '../../store/reports'
import { answerSaid } from '../answer_words'
import { partName } from '../part_name'

const w = words({
  listen: ['听', 'Listen'],
  look: ['看', 'Look'],
  check: ['查', 'Check'],
  handle: ['办', 'Handle'],
  swaps: ['换件', 'Swaps'],
  account: ['用户说', 'Told'],
  told: ['说的里程', 'Told meter'],
  usage: ['怎么用', 'Usage'],
  before: ['前后', 'Before, after'],
  warranty: ['三包内', 'Warranty'],
  openedBefore: ['动过没有', 'Opened before'],
  read: ['看到的表', 'Read meter'],
  tampering: ['私自改动', 'Tampered with'],
  note: ['备注', 'Note'],
  fault: ['故障', 'Fault'],
  followed: ['引起的故障', 'Led to'],
  causalPart: ['坏的件', 'Failed part'],
  cause: ['原因', 'Cause'],
  responsibility: ['责任', 'Responsible'],
  done: ['做了什么', 'Done'],
  agrees: ['用户同意', 'Customer agrees'],
  disagreement: ['不同意', 'Disagrees'],
  shown: ['教了使用', 'Use shown'],
  yes: ['是', 'yes'],
  no: ['不是', 'no'],
  unknown: ['说不准', 'not known'],
  unsure: ['说不准', 'not known'],
  maker: ['厂家', 'maker'],
  supplier: ['供应商', 'supplier'],
  user: ['用户', 'user'],
  wear: ['正常磨损', 'wear'],
  third_party: ['第三方', 'third party'],
  force_majeure: ['不可抗力', 'force majeure'],
  open: ['没记', 'not recorded'],
  reason: ['为什么换', 'Reason'],
  newSerial: ['新件编号', 'New serial'],
  oldPart: ['旧件', 'Old part'],
  noOldPart: ['没有旧件', 'No old part'],
  received: ['已收到', 'received'],
  withTechnician: ['在服务人员手上', 'with the technician'],
  and: ['、', ', '],
  pieces: [(count: number) => `${count} 件`, (count: number) => `× ${count}`],
})

type Fact = readonly [name: string, value: string | null]

export function Findings({ full }: { full: ReportInFull }) {
  const { visit, swaps } = full
  if (!visit) return null
  return (
    <>
      <div class="four">
        <Group name={w.listen()} facts={listened(visit)} />
        <Group name={w.look()} facts={looked(visit)} />
        <Group name={w.check()} facts={checked(full)} />
        <Group name={w.handle()} facts={handled(visit)} />
        {Object.values(full.checklists).map(({ checklist, answers }) => (
          <Answered key={checklist.id} checklist={checklist} answers={answers} />
        ))}
      </div>
      {swaps.length > 0 && (
        <section>
          <h2>{w.swaps()}</h2>
          <ul class="list">
            {swaps.map((swap) => (
              <SwapRow key={swap.swap.id} full={swap} />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

/** What nobody had to answer, and nobody did, takes no room. */
function Answered({ checklist, answers }: { checklist: Checklist; answers: SectionAnswers['answers'] }) {
  const facts = given(answersIn(checklist, answers), 0)
  return facts.length > 0 && <Group name={inLanguage(checklist.name, checklist.name_en)} facts={facts} />
}

function Group({ name, facts }: { name: string; facts: readonly Fact[] }) {
  return (
    <section>
      <h2>{name}</h2>
      <dl class="facts">
        {facts.map(([term, value]) => (
          <>
            <dt>{term}</dt>
            <dd class={value === null ? 'quiet' : ''}>{value ?? w.open()}</dd>
          </>
        ))}
      </dl>
    </section>
  )
}

function SwapRow({ full: { swap, part, oldPart } }: { full: SwapInFull }) {
  const came = oldPart
    ? [oldPart.tag && spacedTag(oldPart.tag), oldPart.received_at ? w.received() : w.withTechnician()]
    : []
  return (
    <li>
      <Icon name="arrows-down-up" />
      <span class="grow">
        <b>
          {part && partName(part)} {swap.quantity > 1 && w.pieces(swap.quantity)}
        </b>{' '}
        <span class="mono">{part?.part_no}</span>
        <span class="meta line">{swap.reason}</span>
      </span>
      <span class="meta">
        {swap.new_serial && `${w.newSerial()} ${swap.new_serial} · `}
        {oldPart
          ? `${w.oldPart()} ${came.filter(Boolean).join(' · ')}`
          : `${w.noOldPart()}: ${swap.no_old_part_reason ?? w.open()}`}
      </span>
    </li>
  )
}

function listened({ listen }: Rows['visit']): readonly Fact[] {
  return given(
    [
      [w.account(), listen.account],
      [w.told(), meter(listen.told_km, listen.told_h)],
      [w.usage(), listen.usage],
      [w.before(), listen.before_after],
    ],
    1,
  )
}

function looked({ look }: Rows['visit']): readonly Fact[] {
  return given(
    [
      [w.warranty(), known(look.in_warranty)],
      [w.openedBefore(), known(look.opened_before)],
      [w.read(), meter(look.read_km, look.read_h)],
      [w.tampering(), known(look.tampering ?? null)],
      [w.note(), look.note || null],
    ],
    3,
  )
}

function checked({ visit, fault, followed, causalPart }: ReportInFull): readonly Fact[] {
  return given(
    [
      [w.cause(), visit?.check.cause ?? null],
      [w.fault(), fault ? `${fault.code} ${faultName(fault)}` : null],
      [w.followed(), followed.map(faultName).join(w.and()) || null],
      [w.causalPart(), causalPart ? partName(causalPart) : null],
    ],
    1,
  )
}

function handled({ handle }: Rows['visit']): readonly Fact[] {
  return given(
    [
      [w.done(), handle.done],
      [w.responsibility(), known(handle.responsibility)],
      [w.agrees(), yesNo(handle.customer_agrees)],
      [w.disagreement(), handle.disagreement],
      [w.shown(), yesNo(handle.use_shown)],
    ],
    3,
  )
}

function answersIn(checklist: Checklist, answers: SectionAnswers['answers']): readonly Fact[] {
  return asked({ items: checklist.items, answers, photos: new Set<string>() }).map((item) => [
    inLanguage(item.label, item.label_en),
    answerSaid(item, answers[item.id] ?? null),
  ])
}

const inLanguage = (zh: string, en: string) => (language.value === 'en' ? en : zh)
const faultName = ({ name, name_en }: Rows['fault']) => inLanguage(name, name_en)

/** The first `always` facts show even when they are open; the others only when there is something to read. */
function given(facts: readonly Fact[], always: number): readonly Fact[] {
  return facts.filter(([, value], index) => index < always || value !== null)
}

function meter(km: number | null, hours: number | null): string | null {
  const read = [km !== null && `${figure(km)} km`, hours !== null && `${figure(hours)} h`].filter(Boolean)
  return read.length > 0 ? read.join(' · ') : null
}

const NAMED = [
  'yes',
  'no',
  'unknown',
  'unsure',
  'maker',
  'supplier',
  'user',
  'wear',
  'third_party',
  'force_majeure',
] as const

function known(code: string | null): string | null {
  const named = NAMED.find((one) => one === code)
  return named ? w[named]() : code
}

function yesNo(value: boolean | null): string | null {
  return value === null ? null : value ? w.yes() : w.no()
}
