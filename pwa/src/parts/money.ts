/** Money in minor units, as people write it: `¥2 462`, `¥18.50`, `EUR 12`. */
import { figure } from './figures'
import type { Language } from './words'

const SIGNS: Record<string, string> = { CNY: '¥' }

export function money(minor: number, currency: string, spoken?: Language): string {
  const cents = Math.abs(minor) % 100
  const whole = figure(Math.trunc(minor / 100), spoken)
  const amount = cents === 0 ? whole : `${whole}.${String(cents).padStart(2, '0')}`
  return `${SIGNS[currency] ?? `${currency} `}${amount}`
}

/** What was typed as an amount, in minor units; null when it is none. */
export function minorTyped(text: string): number | null {
  const found = /^(\d{1,9})(?:[.,](\d{1,2}))?$/.exec(text.replace(/[\s¥]/g, ''))
  return found === null ? null : Number(found[1]) * 100 + Number((found[2] ?? '').padEnd(2, '0'))
}

/** An amount as it is typed: `2860.00`. */
export const minorShown = (minor: number): string =>
  `${Math.trunc(minor / 100)}.${String(minor % 100).padStart(2, '0')}`
