/** What every page in the customer's hands stands in: nothing else of the app can be reached from it (VIS-6). */
import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks'
import type { Language } from '../../parts/words'
import { langOf } from './customer_languages'
import './customer_page.css'
import './customer_phone.css'
import './customer_after.css'

interface CustomerFrameProps {
  language: Language
  children: ComponentChildren
}

/** A modal dialog: keyboard, screen reader and links reach nothing behind it, and it opens again if it is closed. */
export function CustomerFrame({ language, children }: CustomerFrameProps) {
  const box = useRef<HTMLDialogElement>(null)
  useLayoutEffect(() => box.current?.showModal(), [])
  useNoWayBack()
  useAwake()
  return (
    <dialog
      ref={box}
      class="customer"
      lang={langOf(language)}
      aria-labelledby="customer-title"
      onCancel={(event) => event.preventDefault()}
      onClose={() => box.current?.showModal()}
    >
      {children}
    </dialog>
  )
}

/** The back button and the back gesture stay where they are. */
function useNoWayBack(): void {
  useEffect(() => {
    const stay = () => history.pushState(null, '', location.pathname)
    stay()
    addEventListener('popstate', stay)
    return () => removeEventListener('popstate', stay)
  }, [])
}

/** The screen does not go dark while somebody reads, where the browser can promise that. */
function useAwake(): void {
  useEffect(() => {
    let lock: WakeLockSentinel | undefined
    let left = false
    const hold = async () => {
      if (document.visibilityState !== 'visible') return
      const held = await navigator.wakeLock?.request('screen').catch(() => undefined)
      if (left) await held?.release()
      else lock = held
    }
    void hold()
    document.addEventListener('visibilitychange', hold)
    return () => {
      left = true
      document.removeEventListener('visibilitychange', hold)
      void lock?.release()
    }
  }, [])
}
