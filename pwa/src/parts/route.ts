/** Where the person is, and how a screen says which address it answers to. */
import { signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import type { Role } from '../rules/wire'

/** What a screen gets: the named pieces of its address. It draws its own header, one `<main>`, and a dockbar if any. */
export interface ScreenProps {
  params: Readonly<Record<string, string>>
}

/** One line of a routes table; `screen` is loaded when it is first needed. */
export interface Route {
  /** `/job/:id/swap/:swapId` */
  path: string
  screen: () => Promise<{ default: ComponentType<ScreenProps> }>
  /** `places` shows the bottom bar or the rail, `bare` only the rail on a desk, `alone` nothing (signing). */
  frame: 'places' | 'bare' | 'alone'
  /** Whose screen it is; everybody's when left out. */
  roles?: readonly Role[]
}

/** The current path, without the query. */
export const path = signal(globalThis.location?.pathname ?? '/')

/** Go to a screen of the app. */
export function go(href: string, { replace = false } = {}): void {
  if (replace) history.replaceState(null, '', href)
  else history.pushState(null, '', href)
  arrived()
}

/** Go back to where the person came from, or to `otherwise` when the app was opened here. */
export function goBack(otherwise: string): void {
  if (history.length > 1) history.back()
  else go(otherwise, { replace: true })
}

/** Read the address again; the shell calls it when the browser goes back. */
export function arrived(): void {
  path.value = location.pathname
}

/** The first route that answers to the path, and the named pieces; null when none does. */
export function routeOf(routes: readonly Route[], at: string): { route: Route; params: Record<string, string> } | null {
  for (const route of routes) {
    const params = matched(route.path, at)
    if (params) return { route, params }
  }
  return null
}

function matched(pattern: string, at: string): Record<string, string> | null {
  const wanted = pattern.split('/')
  const given = at.split('/')
  if (wanted.length !== given.length) return null
  const params: Record<string, string> = {}
  for (const [place, piece] of wanted.entries()) {
    const value = given[place] as string
    if (piece.startsWith(':')) params[piece.slice(1)] = decodeURIComponent(value)
    else if (piece !== value) return null
  }
  return params
}

/** Spread it into an anchor: without an address it is not a link. */
export const to = (href: string | null | undefined): { href?: string } => (href == null ? {} : { href })
