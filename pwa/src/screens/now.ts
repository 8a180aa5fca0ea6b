/** The time, new every half minute, so that clocks on the screen move. */
import { useEffect, useState } from 'preact/hooks'

const STEP_MS = 30_000

export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), STEP_MS)
    return () => clearInterval(timer)
  }, [])
  return now
}
