/** The loop: when a round of sync is made. */
import { effect } from '@preact/signals'
import { recordings, urgentRecordings } from '../store/changes'
import { holderId } from '../store/db'
import { lastHolder, mustSignIn } from '../store/holder'
import { onTheLine } from './line'
import { round } from './round'
import { linkIs } from './status'
import { freeTheLine, type Stop } from './transport'

/** A tap is drawn first, and taps in quick succession travel together. */
const SOON_MS = 300
const QUIET_S = 60
const FIRST_PAUSE_S = 2
const LONGEST_PAUSE_S = 300

let running: Promise<void> | null = null
/** What ran was given up for something urgent. */
let interrupted = false
let again = false
let failures = 0
let timer: ReturnType<typeof setTimeout> | undefined
let beginning: ReturnType<typeof setTimeout> | undefined
let stopListening: (() => void) | null = null
let onRevoked: () => Promise<void> = async () => undefined

/** Make a round now; resolves when it is over, however it went. A round that runs already is followed by another. */
export function syncNow(): Promise<void> {
  clearTimeout(beginning)
  beginning = undefined
  if (running !== null) {
    again = true
    return running
  }
  running = rounds().finally(() => {
    running = null
  })
  return running
}

async function rounds(): Promise<void> {
  clearTimeout(timer)
  let stop: Stop | null = null
  do {
    again = false
    interrupted = false
    stop = await lockedRound()
  } while (again && (stop === null || interrupted))
  await settleAfter(stop)
}

async function lockedRound(): Promise<Stop | null> {
  if (mustSignIn.value) return { why: 'sign_in' }
  linkIs('syncing')
  try {
    return await onTheLine(async () => {
      // Another tab signed somebody else in: the server would take this person's questions for theirs.
      if (lastHolder()?.user_id !== holderId()) return { why: 'sign_in' }
      return round(() => again)
    })
  } catch (problem) {
    console.warn('sync', problem)
    return { why: 'lost' }
  }
}

async function settleAfter(stop: Stop | null): Promise<void> {
  failures = stop === null ? 0 : failures + 1
  linkIs(stop === null || stop.why === 'wait' ? 'online' : 'offline')
  if (stop?.why === 'drained' || (stop?.why === 'revoked' && stop.mode === 'wipe')) await onRevoked()
  if (stopListening === null || stop?.why === 'sign_in') return
  timer = setTimeout(() => void syncNow(), pauseAfter(stop) * 1000)
}

/** Longer after each failure, and never two devices in step. */
function pauseAfter(stop: Stop | null): number {
  if (stop === null) return QUIET_S
  if (stop.why === 'wait') return stop.seconds * (1 + Math.random() / 4)
  const pause = Math.min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2 ** Math.min(failures - 1, 10))
  return pause * (0.5 + Math.random())
}

/** Something urgent was recorded: it does not wait for what is on the line, nor for the pause after a failure (VIS-9). */
function goAhead(): void {
  failures = 0
  interrupted = running !== null
  freeTheLine()
  void syncNow()
}

function syncWithin(pause_ms: number): void {
  beginning ??= setTimeout(() => void syncNow(), pause_ms)
}

/**
 * Sync from now on: after `pause_ms`, when the page is seen, when the line comes back, after a change, and on a timer.
 */
export function startSync(revoked: () => Promise<void>, pause_ms = 0): void {
  stopSync()
  onRevoked = revoked
  syncWithin(pause_ms)
  const hurry = () => {
    failures = 0
    void syncNow()
  }
  const seen = () => document.visibilityState === 'visible' && hurry()
  window.addEventListener('online', hurry)
  document.addEventListener('visibilitychange', seen)
  let heard = recordings.peek()
  let called = urgentRecordings.peek()
  const stopListeningForUrgent = effect(() => {
    if (urgentRecordings.value !== called) goAhead()
    called = urgentRecordings.value
  })
  const stopWatching = effect(() => {
    if (recordings.value !== heard) syncWithin(SOON_MS)
    heard = recordings.value
  })
  stopListening = () => {
    window.removeEventListener('online', hurry)
    document.removeEventListener('visibilitychange', seen)
    stopWatching()
    stopListeningForUrgent()
  }
}

export function stopSync(): void {
  clearTimeout(timer)
  clearTimeout(beginning)
  beginning = undefined
  stopListening?.()
  stopListening = null
}
