/** A checklist's answer as people read it. */
import { decimal } from '../parts/figures'
import { language, words } from '../parts/words'
import type { Answer, ChecklistItem } from '../rules/wire'

const w = words({
  yes: ['是', 'yes'],
  no: ['否', 'no'],
  photo: ['见照片', 'see the photo'],
  with: [(figure: string, unit: string) => `${figure} ${unit}`, (figure: string, unit: string) => `${figure} ${unit}`],
})

/** An option by its label, a figure with its unit; an answer that does not fit is shown as it came. */
export function answerSaid(item: ChecklistItem, value: Answer | null): string | null {
  if (value === null) return null
  if (item.kind === 'photo') return w.photo()
  if (typeof value === 'boolean') return value ? w.yes() : w.no()
  if (typeof value === 'number') {
    const figure = decimal(value, item.scale)
    return item.unit === null ? figure : w.with(figure, item.unit)
  }
  const option = item.options.find((one) => one.value === value)
  return (language.value === 'en' ? option?.label_en : option?.label) ?? value
}
