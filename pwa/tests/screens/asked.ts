/** A person at a screen: real databases, real rows, the screen as they find it. */
import { vi } from 'vitest'
import type { Id, Person } from '../../src/rules/wire'
import { readCards } from '../../src/store/card'
import { holder } from '../../src/store/holder'
import { newDevice } from '../device'
import { golden } from '../golden'

/** Somebody with these roles holds a new device. */
export async function holds(roles: Person['roles'] = ['technician']): Promise<Id> {
  const user_id = await newDevice()
  const person = { ...golden<{ row: Person }>('rows/person.json').row, id: user_id, roles, language: 'zh' }
  holder.value = { user_id, login: 'zhouhai', device_id: user_id, person }
  await readCards()
  return user_id
}

export const row = <T>(table: string): T => golden<{ row: T }>(`rows/${table}.json`).row

/** jsdom has no dialogs and no media queries. */
export function asABrowser(): void {
  HTMLDialogElement.prototype.showModal ??= function (this: HTMLDialogElement) {
    this.open = true
  }
  globalThis.matchMedia ??= vi.fn(() => ({ matches: false, addEventListener: () => undefined })) as never
}
