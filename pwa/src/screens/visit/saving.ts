/** Saving on this device: once for each tap, and a full disk is said where the person stands. */
import { signal } from '@preact/signals'
import { useRef, useState } from 'preact/hooks'
import { DiskFull } from '../../store/outbox_database'

/** The last try to save found no room; what was typed is still a draft. */
export const diskFull = signal(false)

/** Do the work and keep `diskFull` true to what happened. Any other problem goes on to the caller. */
export async function saved(work: Promise<unknown>): Promise<void> {
  try {
    await work
    diskFull.value = false
  } catch (problem) {
    if (!(problem instanceof DiskFull)) throw problem
    diskFull.value = true
  }
}

/** A second tap while the first is being saved does nothing. */
export function useSaving(): [saving: boolean, save: (work: () => Promise<unknown>) => void] {
  const busy = useRef(false)
  const [saving, setSaving] = useState(false)
  const save = (work: () => Promise<unknown>) => {
    if (busy.current) return
    busy.current = true
    setSaving(true)
    void saved(work()).finally(() => {
      busy.current = false
      setSaving(false)
    })
  }
  return [saving, save]
}
