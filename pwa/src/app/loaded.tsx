/** Draws a screen that is loaded when it is first needed. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { Empty } from '../parts/empty'
import type { Route, ScreenProps } from '../parts/route'
import { words } from '../parts/words'

type Loader = Route['screen']

const w = words({
  failed: ['这一屏没装全', 'This screen is not on the device'],
  what: ['有信号时再打开一次。', 'Open it again when there is signal.'],
})

const ready = new Map<Loader, ComponentType<ScreenProps>>()

/** Fetch the screen, so that it is drawn at once. */
export async function load(screen: Loader): Promise<ComponentType<ScreenProps>> {
  const { default: component } = await screen()
  ready.set(screen, component)
  return component
}

/** Fetch these screens while nothing else is to do. */
export function loadAhead(routes: readonly Route[]): void {
  const idle = globalThis.requestIdleCallback ?? ((work: () => void) => setTimeout(work, 1500))
  idle(async () => {
    for (const { screen } of routes) await load(screen).catch(() => undefined)
  })
}

export function Loaded({ screen, params }: { screen: Loader } & ScreenProps) {
  const [, setArrived] = useState<Loader>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    setFailed(false)
    load(screen)
      .then(() => setArrived(() => screen))
      .catch(() => setFailed(true))
  }, [screen])
  const Component = ready.get(screen)
  if (Component) return <Component params={params} />
  return (
    <main tabIndex={-1} aria-busy={!failed}>
      {failed && (
        <Empty icon="warning" title={w.failed()}>
          {w.what()}
        </Empty>
      )}
    </main>
  )
}
