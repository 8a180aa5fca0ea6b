/** Why a part was replaced, said with one tap: the fault and the cause named in Check, then the presets (VIS-5). */
import type { Presets } from '../../rules/presets'
import type { Visit } from '../../rules/wire'
import { useLive } from '../../store/live'
import { faultOf } from '../../store/visits'
import { Phrases } from './phrases'

/** A longer cause is a text to read, not a key to press; in characters. */
const LONGEST_CAUSE = 60

interface SwapReasonsProps {
  visit: Visit
  presets: Presets
  value: string | null
  onSay: (reason: string) => void
}

export function SwapReasons({ visit: { check }, presets, value, onSay }: SwapReasonsProps) {
  const fault = useLive(() => faultOf(check.fault_id), [check.fault_id])
  const named = fault ? [{ zh: fault.name, en: fault.name_en ?? fault.name }] : []
  const cause = check.cause?.trim() ?? ''
  const found = cause !== '' && cause.length <= LONGEST_CAUSE ? [{ zh: cause, en: cause }] : []
  return <Phrases phrases={[...named, ...found, ...presets.phrases.replaced]} value={value} onSay={onSay} />
}
