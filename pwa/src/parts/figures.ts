/** Numbers the way each language groups them. */
import { type Language, language } from './words'

/** A scaled integer as people write it: 82 with one decimal is 8.2. The wire knows no fractions. */
export function decimal(value: number, scale: number): string {
  if (scale === 0) return String(value)
  const digits = String(Math.abs(value)).padStart(scale + 1, '0')
  return `${value < 0 ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`
}

/** What was typed as a scaled integer, or null where there is no number yet; further decimals are left out. */
export function scaled(typed: string, scale: number): number | null {
  const [whole = '', rest = ''] = typed
    .replace(',', '.')
    .replace(/[^\d.-]/g, '')
    .split('.')
  const digits = `${whole.replaceAll('-', '')}${rest.replace(/\D/g, '').slice(0, scale).padEnd(scale, '0')}`
  if (!/\d/.test(whole + rest)) return null
  return Number(digits) * (whole.startsWith('-') ? -1 : 1) + 0
}

/** 186 430 in Chinese, 186,430 in English: a space cannot be misread as a decimal comma in the sun. */
export function figure(value: number, spoken: Language = language.value): string {
  const grouped = new Intl.NumberFormat('en').format(value)
  return spoken === 'zh' ? grouped.replaceAll(',', '\u00a0') : grouped
}
