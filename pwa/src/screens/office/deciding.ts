/** One decision of the office: saved once, then said. A full disk leaves what was typed, and the button works again. */
import type { IconName } from '../../parts/icon'
import { say } from '../../parts/toast'
import { useSaving } from '../visit/saving'

type Decide = (work: () => Promise<unknown>, done: string, icon?: IconName) => void

/** `drop` forgets the draft that the decision was typed in. */
export function useDeciding(drop: () => void): [busy: boolean, decide: Decide] {
  const [busy, save] = useSaving()
  const decide: Decide = (work, done, icon) =>
    save(async () => {
      await work()
      drop()
      say(done, icon === undefined ? {} : { icon })
    })
  return [busy, decide]
}
