/** A preset as it is typed, and back; nothing for what its rule could not read. */
import { minorShown, minorTyped } from '../../parts/money'
import type { Json } from '../../rules/wire'
import type { PresetOf } from './preset_names'

/** A form's fields by name; most presets have one field, `value`. */
export type PresetTyped = Record<string, string>

type Kind = PresetOf['kind']

interface Line {
  [name: string]: string
}

const BAR = /\s*[|｜]\s*/

export function presetTyped(kind: Kind, value: Json): PresetTyped {
  if (kind === 'money') return { value: minorShown(value as number) }
  if (kind === 'days') return { value: (value as number[]).join(' ') }
  if (kind === 'goals') return strings(value as Record<string, number>)
  if (kind === 'policy') return policyTyped(value as unknown as PolicyLine[])
  if (kind === 'reasons') return { value: lined(value as unknown as Line[], ['code', 'zh', 'en']) }
  if (kind === 'phrases') {
    const phrases = value as unknown as Record<string, Line[]>
    return Object.fromEntries(Object.entries(phrases).map(([name, lines]) => [name, lined(lines, ['zh', 'en'])]))
  }
  return { value: String(value) }
}

export function presetRead(kind: Kind, typed: PresetTyped, before: Json): Json {
  const text = (typed.value ?? '').trim()
  if (kind === 'money') return minorTyped(text) || null
  if (kind === 'currency') return /^[A-Z]{3}$/.test(text) ? text : null
  if (kind === 'days') {
    const days = text.split(/[\s,，]+/).map(whole)
    return days.every((day, place) => day !== null && day > (days[place - 1] ?? 0)) ? days : null
  }
  if (kind === 'goals') return goalsRead(typed)
  if (kind === 'policy') return policyRead(typed, before as unknown as PolicyLine[])
  if (kind === 'reasons') return linesRead(text, ['code', 'zh', 'en'])
  if (kind === 'phrases') {
    const read = Object.entries(typed).map(([name, lines]) => [name, linesRead(lines, ['zh', 'en'])] as const)
    return read.every(([, lines]) => lines !== null) ? Object.fromEntries(read) : null
  }
  const number = whole(text)
  return number === null || number < 1 || (kind === 'per_cent' && number > 100) ? null : number
}

const whole = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null)
const strings = (of: Record<string, number>) =>
  Object.fromEntries(Object.entries(of).map(([name, value]) => [name, String(value)]))

function goalsRead(typed: PresetTyped): Json {
  const goals = Object.entries(typed).map(([name, text]) => [name, whole(text.trim())] as const)
  return goals.every(([, goal]) => goal !== null && goal <= 100) ? Object.fromEntries(goals) : null
}

export interface PolicyLine {
  evidence: string
  photos: number
  obligatory: boolean
}

const policyTyped = (policy: readonly PolicyLine[]): PresetTyped =>
  Object.fromEntries(
    policy.flatMap(({ evidence, photos, obligatory }) => [
      [`${evidence}.photos`, String(photos)],
      [`${evidence}.obligatory`, obligatory ? 'yes' : ''],
    ]),
  )

function policyRead(typed: PresetTyped, before: readonly PolicyLine[]): Json {
  const policy = before.map(({ evidence }) => ({
    evidence,
    photos: whole((typed[`${evidence}.photos`] ?? '').trim()),
    obligatory: typed[`${evidence}.obligatory`] === 'yes',
  }))
  return policy.every(({ photos }) => photos !== null && photos <= 20) ? policy : null
}

const lined = (lines: readonly Line[], names: readonly string[]): string =>
  lines.map((line) => names.map((name) => line[name]).join(' | ')).join('\n')

function linesRead(text: string, names: readonly string[]): Json {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const read = lines.map((line) => line.trim().split(BAR))
  const fits = read.every((pieces) => pieces.length === names.length && pieces.every((piece) => piece !== ''))
  if (!fits) return null
  return read.map((pieces) => Object.fromEntries(names.map((name, place) => [name, pieces[place] as string])))
}
