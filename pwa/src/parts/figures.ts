/** Numbers the way each language groups them. */
import { type Language, language } from './words'

/** 186 430 in Chinese, 186,430 in English: a space cannot be misread as a decimal comma in the sun. */
export function figure(value: number, spoken: Language = language.value): string {
  const grouped = new Intl.NumberFormat('en').format(value)
  return spoken === 'zh' ? grouped.replaceAll(',', '\u00a0') : grouped
}
