/** What a return manifest is called and where its boxes are. */
import { words } from '../../parts/words'
import type { ReturnManifest } from '../../rules/wire'

const w = words({
  noNumber: ['还没编号的回运单', 'Return without a number yet'],
  number: [(number: string) => `回运单 ${number}`, (number: string) => `Return ${number}`],
  packed: ['装好了，还没寄', 'packed, not sent'],
  carried: ['你自己带回', 'you bring it'],
  shipped: [
    (courier: string, number: string) => `${courier} ${number}`,
    (courier: string, number: string) => `${courier} ${number}`,
  ],
})

export const boxTitle = ({ number }: ReturnManifest): string => (number === null ? w.noNumber() : w.number(number))

export function boxState({ state, courier, tracking_no }: ReturnManifest): string {
  if (state === 'shipped') return w.shipped(courier ?? '', tracking_no ?? '')
  return state === 'carried' ? w.carried() : w.packed()
}
