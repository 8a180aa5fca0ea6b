/** Every word on a screen stands in both languages beside the screen that says it. */
import { signal } from '@preact/signals'

export type Language = 'zh' | 'en'

/** The language of the person who holds the device. The customer's is chosen on the signing screen. */
export const language = signal<Language>('zh')

type Phrase = string | ((...values: never[]) => string)
type Spoken<P extends Phrase> = P extends (...values: infer V) => string ? (...values: V) => string : () => string
type Table = Record<string, readonly [zh: Phrase, en: Phrase]>

/**
 * Make a phrase book: `words({ left: [(n: number) => `还剩 ${n}`, (n: number) => `${n} left`] })`, then `w.left(3)`.
 * A component that calls a phrase is drawn again when the language changes.
 */
export function words<T extends Table>(table: T, spoken = language): { [K in keyof T]: Spoken<T[K][0]> } {
  const book = {} as { [K in keyof T]: Spoken<T[K][0]> }
  for (const key of Object.keys(table) as (keyof T)[]) {
    const say = (...values: never[]) => {
      const phrase = (table[key] as readonly [Phrase, Phrase])[spoken.value === 'zh' ? 0 : 1]
      return typeof phrase === 'string' ? phrase : phrase(...values)
    }
    book[key] = say as Spoken<T[typeof key][0]>
  }
  return book
}
