/** What was recorded, told to the customer in whole sentences and in the customer's language. */
import { figure } from '../../parts/figures'
import { agree } from '../../parts/pair'
import type { Fault, Visit } from '../../rules/wire'
import { c } from './customer_words'
import { customerLanguage } from './signing'

export function readings({ look }: Visit): string {
  const km = look.read_km !== null && `${number(look.read_km)} km`
  const h = look.read_h !== null && `${number(look.read_h)} h`
  return [km, h].filter(Boolean).join(' · ')
}

export function youSaid({ listen }: Visit): string {
  const km = listen.told_km === null ? null : c.toldKm(number(listen.told_km))
  const h = listen.told_h === null || km !== null ? null : c.toldH(number(listen.told_h))
  return joined(...[listen.account, listen.usage, listen.before_after].map(sentence), km, h)
}

export function weSaw({ look, listen }: Visit): string {
  return joined(
    meter(look.read_km, listen.told_km, 'km'),
    meter(look.read_h, listen.told_h, 'h'),
    look.opened_before && c[`opened_${look.opened_before}`](),
    sentence(look.note),
  )
}

export function weFound({ check }: Visit, fault: Fault | null): string {
  const named = fault && (customerLanguage.value === 'en' ? (fault.name_en ?? fault.name) : fault.name)
  const cause = (check.cause ?? named ?? '').replace(/[。.]$/, '')
  return sentence(cause + (fault ? c.code(fault.code) : ''))
}

export function weDid({ handle }: Visit): string {
  return joined(sentence(handle.done), handle.responsibility && c.responsible(c[handle.responsibility]()), c.opinion())
}

function meter(read: number | null, told: number | null, unit: 'km' | 'h'): string | null {
  if (read === null) return null
  const shows = unit === 'km' ? c.meterKm(number(read)) : c.meterH(number(read))
  if (told === null || agree(told, read)) return shows + c.stop()
  const by = `${number(Math.abs(read - told))} ${unit}`
  return shows + (read > told ? c.more(by) : c.less(by))
}

function number(value: number): string {
  return figure(value, customerLanguage.value)
}

/** Sentences one after the other: English puts a space between them. */
function joined(...sentences: (string | null)[]): string {
  return sentences.filter(Boolean).join(customerLanguage.value === 'en' ? ' ' : '')
}

/** What a person wrote, ended like a sentence so that the next one can follow. */
function sentence(written: string | null): string {
  if (!written) return ''
  return /[。.！!？?]$/.test(written) ? written : written + c.stop()
}
