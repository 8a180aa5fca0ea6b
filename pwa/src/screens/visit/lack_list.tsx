/** What still lacks before the signature, in plain words, each with the way to it (VIS-6). */
import { Icon } from '../../parts/icon'
import { language, words } from '../../parts/words'
import type { Lack } from '../../rules/lacking'
import type { Visit } from '../../rules/wire'
import type { Checklists } from '../../store/checklists'
import type { SwapSeen } from '../../store/swaps'
import { partName } from '../part_name'

const w = words({
  listen: ['听', 'listen'],
  look: ['看', 'look'],
  check: ['查', 'check'],
  handle: ['处理', 'handle'],
  swap: ['旧件', 'old part'],
  safety: ['安全告知', 'safety notice'],
  evidence: ['凭据', 'evidence'],
  title: ['签字前还差', 'Still open before signing'],
  'safety.notice': ['现场的安全告知', 'The site’s safety notice'],
  'listen.account': ['用户怎么说', 'The customer’s own account'],
  'look.in_warranty': ['在不在三包期', 'In warranty or not'],
  'look.opened_before': ['以前拆动过没有', 'Opened before or not'],
  'look.tampering': ['有没有私自改动', 'Whether it was tampered with'],
  'look.tampering_evidence': ['改动处的照片，或写一句', 'Photo of the tampering, or a note'],
  'look.reading': ['里程或运行时间', 'Mileage or running time'],
  'look.meter_photo': ['表盘照片', 'Photo of the meter'],
  'check.cause': ['故障，或真正的原因', 'The fault, or its true cause'],
  'check.evidence': ['故障照片，或写一句原因', 'Photo of the fault, or a note'],
  'handle.responsibility': ['责任在谁', 'Who answers for it'],
  'handle.done': ['做了什么', 'What was done'],
  'handle.customer_agrees': ['用户同不同意', 'Whether the customer agrees'],
  'handle.disagreement': ['用户不同意什么', 'What the customer disagrees with'],
  'handle.use_shown': ['讲没讲使用和保养', 'Whether use and care were shown'],
  'swap.reason': [(part: string) => `${part}：为什么换`, (part: string) => `${part}: why it was replaced`],
  'evidence.nameplate': ['铭牌照片，供应商规定要', 'Photo of the name plate: the supplier’s rule'],
  'evidence.old_part': ['拆下的件两面的照片，供应商规定要', 'Removed part from two sides: the supplier’s rule'],
  'evidence.result': ['修好后运转的照片，供应商规定要', 'Photo of it running: the supplier’s rule'],
  'swap.old_part': [(part: string) => `${part}：旧件标签`, (part: string) => `${part}: old-part tag`],
})

type StepWord = 'safety' | 'listen' | 'look' | 'check' | 'handle' | 'swap' | 'evidence'

/** A checklist belongs to the section whose rule asks for it. */
const SECTION_OF: Record<string, StepWord> = { 'VIS-1': 'listen', 'VIS-2': 'look', 'VIS-3': 'check', 'VIS-4': 'handle' }

function stepOf({ code, rule }: Lack): StepWord {
  const kind = code.slice(0, code.indexOf('.'))
  return kind === 'checklist' ? (SECTION_OF[rule] ?? 'check') : (kind as StepWord)
}

/** Where the policy's photos are taken; the last stands on this very page. */
const PLACES: Record<string, string> = {
  'evidence.nameplate': 'look',
  'evidence.old_part': 'swap',
  'evidence.result': 'sign#evidence',
}

const placeOf = (lack: Lack) => PLACES[lack.code] ?? stepOf(lack)

/** The steps that are open, each named once, for the one line beside the locked button. */
export function lackingSteps(lacks: readonly Lack[]): string[] {
  return [...new Set(lacks.map(stepOf))].map((step) => w[step]())
}

interface LackListProps {
  lacks: readonly Lack[]
  visit: Visit
  swaps: readonly SwapSeen[]
  checklists: Checklists
}

export function LackList({ lacks, visit, swaps, checklists }: LackListProps) {
  if (lacks.length === 0) return null
  return (
    <section class="sheet flush lacks" aria-label={w.title()}>
      <h2 class="meta">{w.title()}</h2>
      <ul class="list">
        {lacks.map((lack) => (
          <li key={lack.code}>
            <a href={`/job/${visit.job_id}/${placeOf(lack)}`}>
              <span class="hollow" />
              <span class="grow">
                {lack.code.startsWith('checklist.') ? asked(lack, checklists) : said(lack, swaps)}
              </span>
              <Icon name="caret-right" tone="quiet" />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The item of the checklist in its own words. */
function asked({ code }: Lack, checklists: Checklists): string {
  const id = code.slice(code.indexOf('.') + 1)
  const item = Object.values(checklists)
    .flatMap(({ checklist }) => checklist.items)
    .find((one) => one.id === id)
  return (language.value === 'en' ? item?.label_en : item?.label) ?? id
}

function said({ code }: Lack, swaps: readonly SwapSeen[]): string {
  const [kind = '', swap_id] = code.split(':')
  if (kind === 'swap.reason' || kind === 'swap.old_part') {
    const part = swaps.find(({ swap }) => swap.id === swap_id)?.part
    return w[kind](part ? partName(part) : '')
  }
  const phrases: Record<string, ((part: string) => string) | undefined> = w
  return phrases[kind]?.('') ?? code
}
