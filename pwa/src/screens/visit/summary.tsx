/** The report as the customer reads it: large, complete, and nothing in it can be touched. */
import type { ComponentChildren } from 'preact'
import { figure } from '../../parts/figures'
import { Mark, type MarkName } from '../../parts/mark'
import { agree } from '../../parts/pair'
import { Plate } from '../../parts/sheet'
import { spacedTag } from '../../parts/tag'
import type { Fault, Visit } from '../../rules/wire'
import { useLive } from '../../store/live'
import { faultOf } from '../../store/visits'
import { c } from './customer_words'
import { partName } from './part_picker'
import { TakenPhoto } from './photos'
import { customerLanguage } from './signing'
import type { StepProps } from './step'

/** As many photos as fit in one row. */
const SHOWN_PHOTOS = 4

export function Summary({ job, visit, technician, photos, swaps }: StepProps) {
  const fault = useLive(() => faultOf(visit.check.fault_id), [visit.check.fault_id]) ?? null
  const { look, handle } = visit
  const plate = job.plate ?? job.serial
  const free = look.in_warranty === 'yes' && ['maker', 'supplier'].includes(handle.responsibility ?? '')
  return (
    <>
      <div class="row between top0">
        <div>
          <h2 class="key">{job.model ?? job.customer_name}</h2>
          <p class="unit">
            {plate && <Plate>{plate}</Plate>} {readings(visit)}
          </p>
        </div>
        <div class="pay">
          <span class="cap">{c.pay()}</span>
          <b>{free ? '¥0' : c.later()}</b>
          <span class="meta">{free ? c.free() : c.laterWhy()}</span>
        </div>
      </div>
      <ul class="told-steps">
        <Told mark="listen" title={c.youSaid()}>
          {youSaid(visit)}
        </Told>
        <Told mark="look" title={c.weSaw()}>
          {weSaw(visit)}
        </Told>
        <Told
          mark="check"
          title={c.weFound()}
          below={
            photos.length > 0 && (
              <div class="th">
                {photos.slice(0, SHOWN_PHOTOS).map((photo) => (
                  <TakenPhoto key={photo.id} photo={photo} alt={c.photos()} plain />
                ))}
              </div>
            )
          }
        >
          {weFound(visit, fault)}
        </Told>
        <Told mark="handle" title={c.weDid()}>
          {sentence(handle.done)}
          {handle.responsibility && c.responsible(c[handle.responsibility]())}
          {c.opinion()}
          <b>{handle.customer_agrees ? c.agree() : c.disagree()}</b>
          {handle.customer_agrees === false && handle.disagreement ? `：${handle.disagreement}` : c.stop()}
        </Told>
      </ul>
      {swaps.map(({ swap, part, old_part }) => (
        <div class="parts" key={swap.id}>
          <div>
            <span class="cap">
              {c.fitted()} {part && partName(part, customerLanguage.value)}
            </span>
            <b class="mono">{swap.new_serial ?? part?.part_no}</b>
          </div>
          <div>
            <span class="cap">{old_part ? c.removed(technician?.name ?? '') : c.noOldPart()}</span>
            <b class="mono">{old_part ? (old_part.serial ?? old_part.part_no) : swap.no_old_part_reason}</b>
          </div>
          {old_part?.tag && (
            <div>
              <span class="cap">{c.tag()}</span>
              <b class="mono">{spacedTag(old_part.tag)}</b>
            </div>
          )}
        </div>
      ))}
    </>
  )
}

interface ToldProps {
  mark: MarkName
  title: string
  children: ComponentChildren
  below?: ComponentChildren
}

function Told({ mark, title, children, below }: ToldProps) {
  return (
    <li>
      <Mark name={mark} segments={['done', 'done', 'done', 'done']} size="sm" spoken={customerLanguage.value} />
      <div class="grow">
        <h3>{title}</h3>
        <p>{children}</p>
        {below}
      </div>
    </li>
  )
}

function number(value: number): string {
  return figure(value, customerLanguage.value)
}

function readings({ look }: Visit): string {
  const km = look.read_km !== null && `${number(look.read_km)} km`
  const h = look.read_h !== null && `${number(look.read_h)} h`
  return [km, h].filter(Boolean).join(' · ')
}

function youSaid({ listen }: Visit): string {
  const km = listen.told_km === null ? '' : c.toldKm(number(listen.told_km))
  const h = listen.told_h === null || km !== '' ? '' : c.toldH(number(listen.told_h))
  return [...[listen.account, listen.usage, listen.before_after].map(sentence), km, h].join('')
}

function weSaw({ look, listen }: Visit): string {
  const opened = look.opened_before && c[`opened_${look.opened_before}`]()
  return [
    meterText(look.read_km, listen.told_km, 'km'),
    meterText(look.read_h, listen.told_h, 'h'),
    opened,
    sentence(look.note),
  ]
    .filter(Boolean)
    .join('')
}

function meterText(read: number | null, told: number | null, unit: 'km' | 'h'): string | null {
  if (read === null) return null
  const shows = unit === 'km' ? c.meterKm(number(read)) : c.meterH(number(read))
  if (told === null || agree(told, read)) return `${shows}${c.stop()}`
  const by = `${number(Math.abs(read - told))} ${unit}`
  return `${shows}${read > told ? c.more(by) : c.less(by)}`
}

/** What a person wrote, ended like a sentence so that the next one can follow. */
function sentence(written: string | null): string {
  if (!written) return ''
  const ended = /[。.！!？?]$/.test(written) ? written : `${written}${c.stop()}`
  return customerLanguage.value === 'en' ? `${ended} ` : ended
}

function weFound({ check }: Visit, fault: Fault | null): string {
  const named = fault && (customerLanguage.value === 'en' ? (fault.name_en ?? fault.name) : fault.name)
  const cause = (check.cause ?? named ?? '').replace(/[。.]$/, '')
  return sentence(cause + (fault ? c.code(fault.code) : ''))
}
