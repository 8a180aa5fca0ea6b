/** The presets that a device needs, as the house begins with them; the mirror of `server/rules/presets.py`. */

/** What a claim policy can ask for. */
export type EvidenceName = 'nameplate' | 'meter' | 'cause' | 'old_part' | 'tag' | 'result' | 'signature'

/** One line of the claim policy: what the supplier wants to see, in how many photos, and whether signing waits for it. */
export interface PolicyLine {
  evidence: EvidenceName
  photos: number
  obligatory: boolean
}

export interface Presets {
  /** Fewer strokes are a slip of the hand (VIS-6). */
  signature_min_strokes: number
  /** The ink must span this part of the pad's shorter side, in per cent (VIS-6). */
  signature_min_percent: number
  /** How many people may sign one report (JOB-8). */
  signers_most: number
  /** A reading this far above the last one is doubtful (VIS-2); kilometres and hours. */
  reading_jump_km: number
  reading_jump_h: number
  claim_policy: readonly PolicyLine[]
  /** What of the list price the customer pays for parts, in per cent (WARR-5). */
  parts_percent: number
  /** In minor units of `quote_currency`. */
  labour_minor_per_hour: number
  quote_currency: string
  /** Less room than this, in megabytes, is too little for a day of photos. */
  ready_free_mb: number
}

export const INITIAL: Presets = {
  signature_min_strokes: 3,
  signature_min_percent: 10,
  signers_most: 4,
  reading_jump_km: 150_000,
  reading_jump_h: 5_000,
  ready_free_mb: 200,
  parts_percent: 70,
  labour_minor_per_hour: 12_000,
  quote_currency: 'CNY',
  claim_policy: [
    { evidence: 'nameplate', photos: 1, obligatory: false },
    { evidence: 'meter', photos: 1, obligatory: true },
    { evidence: 'cause', photos: 0, obligatory: true },
    { evidence: 'old_part', photos: 2, obligatory: false },
    { evidence: 'tag', photos: 0, obligatory: true },
    { evidence: 'result', photos: 1, obligatory: false },
    { evidence: 'signature', photos: 0, obligatory: true },
  ],
}
