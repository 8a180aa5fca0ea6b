/** One line that says what was done; six seconds, undo where possible, never for what went wrong. */
import { signal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { Button } from './button'
import { Icon, type IconName } from './icon'
import { words } from './words'

const SHOWN_MS = 6000

interface Said {
  text: string
  icon: IconName
  undo: (() => void) | undefined
}

const said = signal<Said | null>(null)
const w = words({ undo: ['撤销', 'Undo'] })

/** Tell the person what was just done. */
export function say(
  text: string,
  { icon = 'device-mobile' as IconName, undo = undefined as (() => void) | undefined } = {},
) {
  said.value = { text, icon, undo }
}

/** Where it appears; once, in the shell. */
export function Toast() {
  const current = said.value
  useEffect(() => {
    if (!current) return
    const timer = setTimeout(hush, SHOWN_MS)
    return () => clearTimeout(timer)
  }, [current])
  return (
    <div class="toasts" role="status">
      {current && (
        <div class="toast">
          <Icon name={current.icon} />
          <span>{current.text}</span>
          {current.undo && (
            <Button
              size="mid"
              onTap={() => {
                current.undo?.()
                hush()
              }}
            >
              {w.undo()}
            </Button>
          )}
        </div>
      )}
    </div>
  )
}

function hush() {
  said.value = null
}
