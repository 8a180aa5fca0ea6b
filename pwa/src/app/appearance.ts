/** Language and theme: kept on the device, changed without a reload. */
import { effect } from '@preact/signals'
import { type Theme, theme } from '../parts/theme'
import { type Language, language } from '../parts/words'

const LANGUAGE = 'truckroll.language'
const THEME = 'truckroll.theme'
const TAGS: Record<Language, string> = { zh: 'zh-CN', en: 'en' }

/** Show what the person chose last, or what the device speaks; from then on follow the signals. */
export function keepAppearance(): void {
  language.value = chosenLanguage()
  theme.value = (localStorage.getItem(THEME) as Theme | null) ?? 'system'
  effect(() => {
    document.documentElement.lang = TAGS[language.value]
    localStorage.setItem(LANGUAGE, language.value)
  })
  effect(() => {
    if (theme.value === 'system') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme.value
    localStorage.setItem(THEME, theme.value)
  })
}

function chosenLanguage(): Language {
  const chosen = localStorage.getItem(LANGUAGE)
  if (chosen === 'zh' || chosen === 'en') return chosen
  return navigator.language.startsWith('zh') ? 'zh' : 'en'
}
