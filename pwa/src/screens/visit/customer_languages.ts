/** The languages in which a customer can read and sign; a new one is a line here and its words in `customer_words.ts`. */
import type { Language } from '../../parts/words'

interface CustomerLanguage {
  value: Language
  /** In its own words. */
  label: string
  /** For voices, and for the forms of the glyphs. */
  lang: string
}

export const CUSTOMER_LANGUAGES: readonly CustomerLanguage[] = [
  { value: 'zh', label: '中文', lang: 'zh-CN' },
  { value: 'en', label: 'English', lang: 'en' },
]

export const langOf = (language: Language): string =>
  CUSTOMER_LANGUAGES.find(({ value }) => value === language)?.lang ?? language
