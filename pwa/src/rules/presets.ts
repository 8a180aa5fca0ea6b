/** The presets that a device needs, as the house begins with them; the mirror of `server/rules/presets.py`. */

/** What a claim policy can ask for. */
export type EvidenceName = 'nameplate' | 'meter' | 'cause' | 'old_part' | 'tag' | 'result' | 'signature'

/** One line of the claim policy: what the supplier wants to see, in how many photos, and whether signing waits for it. */
export interface PolicyLine {
  evidence: EvidenceName
  photos: number
  obligatory: boolean
}

/** A few words in both languages. */
export interface Phrase {
  zh: string
  en: string
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
  /** By field, what a thumb can say instead of typing it (VIS-1, VIS-4, VIS-5). */
  phrases: Record<'usage' | 'before_after' | 'done' | 'replaced', readonly Phrase[]>
  claim_policy: readonly PolicyLine[]
  /** What of the list price the customer pays for parts, in per cent (WARR-5). */
  parts_percent: number
  /** Within how many working days whoever owns an exception settles it or passes it on. */
  discrepancy_settle_days: number
  /** In minor units of `quote_currency`. */
  labour_minor_per_hour: number
  quote_currency: string
  /** Less room than this, in megabytes, is too little for a day of photos. */
  ready_free_mb: number
  /** A device clock that is further off than this many minutes gives times that somebody must look at. */
  clock_skew_min: number
}

export const INITIAL: Presets = {
  signature_min_strokes: 3,
  signature_min_percent: 10,
  signers_most: 4,
  reading_jump_km: 150_000,
  reading_jump_h: 5_000,
  phrases: {
    usage: [
      { zh: '市区短途，走走停停', en: 'Town traffic, stop and go' },
      { zh: '长途高速', en: 'Long motorway runs' },
      { zh: '山路重载', en: 'Mountain roads, heavy load' },
      { zh: '工地，粉尘大', en: 'Building site, much dust' },
    ],
    before_after: [
      { zh: '之前没修过这里', en: 'Never repaired here before' },
      { zh: '最近做过保养', en: 'Serviced recently' },
      { zh: '修过，又坏了', en: 'Repaired, then failed again' },
      { zh: '故障后没再用', en: 'Not used since the fault' },
    ],
    done: [
      { zh: '换件，试车正常', en: 'Replaced, test run fine' },
      { zh: '调整紧固，试车正常', en: 'Adjusted and tightened, test run fine' },
      { zh: '清洗疏通，试车正常', en: 'Cleaned, test run fine' },
      { zh: '临时处理，还要再来', en: 'Temporary repair, another visit needed' },
    ],
    replaced: [
      { zh: '断裂、开裂', en: 'Broken or cracked' },
      { zh: '磨损到限', en: 'Worn to its limit' },
      { zh: '渗漏', en: 'Leaking' },
      { zh: '烧坏', en: 'Burnt out' },
      { zh: '卡死', en: 'Seized' },
      { zh: '和主因件一起换', en: 'Replaced along with the part that failed' },
    ],
  },
  ready_free_mb: 200,
  clock_skew_min: 10,
  parts_percent: 70,
  discrepancy_settle_days: 3,
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
