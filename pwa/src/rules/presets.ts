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
  claim_policy: readonly PolicyLine[]
}

export const INITIAL: Presets = {
  signature_min_strokes: 3,
  signature_min_percent: 10,
  signers_most: 4,
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
