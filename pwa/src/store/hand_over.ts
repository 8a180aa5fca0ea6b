/** Whose hands the device is in: while it is the customer's, the app shows their page and nothing else (VIS-6). */
import { computed } from '@preact/signals'
import type { Id, Json } from '../rules/wire'
import { dropDraft, keepDraft, liveDraftOf } from './drafts'

export interface HandOver {
  job_id: Id
  visit_id: Id
  /** The next signature gets this id: once it is on this device, somebody has signed. */
  signature_id: Id
  /** `sign`: read and sign; `rate`: the technician not looking (VIS-11); `back`: thanks, and the PIN. */
  stage: 'sign' | 'rate' | 'back'
  /** Where the technician goes on once the device is back. */
  next: 'hand_over' | 'decline'
  /** The customer's language, apart from the technician's. */
  language: string
  /** What is being rated; it is gone from here once it is recorded. */
  score: number | null
  words: string
}

const KEY = 'hand-over'

/** It is a draft: a reload, a restart and a dead battery leave the device in the customer's hands. */
export const handOver = computed(() => (liveDraftOf(KEY) as unknown as HandOver | undefined) ?? null)

export const keepHandOver = (next: HandOver): Promise<void> => keepDraft(KEY, next as unknown as Json)

/** The technician has the device again. */
export const endHandOver = (): Promise<void> => dropDraft(KEY)
