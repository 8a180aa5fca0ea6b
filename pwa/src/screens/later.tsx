/** Draws a part of a screen that is loaded when it is first needed. */
import type { ComponentType } from 'preact'
import { useEffect, useState } from 'preact/hooks'

/** Return a component that stands for the one that `load` brings, and is nothing until it is here. */
export function later<P extends object>(load: () => Promise<{ default: ComponentType<P> }>): ComponentType<P> {
  let loaded: ComponentType<P> | undefined
  return function Later(props: P) {
    const [, setArrived] = useState(loaded !== undefined)
    useEffect(() => {
      if (loaded !== undefined) return
      void load().then(({ default: component }) => {
        loaded = component
        setArrived(true)
      })
    }, [])
    const Component = loaded
    return Component ? <Component {...props} /> : null
  }
}
