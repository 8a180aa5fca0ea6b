/** Quick phrases under a field: what a glove says instead of typing it. They are presets, so a manager can change them. */
import { language, words } from '../../parts/words'
import type { Phrase } from '../../rules/presets'

const w = words({
  quick: ['常用的话', 'Quick phrases'],
  stop: ['。', '. '],
})

interface PhrasesProps {
  phrases: readonly Phrase[]
  value: string | null
  onSay: (text: string) => void
}

/** What is in the text already is not offered again. */
export function Phrases({ phrases, value, onSay }: PhrasesProps) {
  const said = value?.trim() ?? ''
  const offered = phrases.map((phrase) => phrase[language.value]).filter((text) => !said.includes(text))
  if (offered.length === 0) return null
  return (
    <ul class="phrases" aria-label={w.quick()}>
      {offered.map((text) => (
        <li key={text}>
          <button type="button" onClick={() => onSay(said === '' ? text : said + stopAfter(said) + text)}>
            {text}
          </button>
        </li>
      ))}
    </ul>
  )
}

function stopAfter(text: string): string {
  return /[。.!?！？；;]$/.test(text) ? w.stop().slice(1) : w.stop()
}
