/** The presets that only the office's own screens show, as the house begins with them; a mirror of `server/rules/presets.py`. */
import { OLD_PART_PRESETS } from './old_part_presets'
import { INITIAL } from './presets'

export const HOUSE_PRESETS = {
  old_part_due_days: 14,
  escalation_answer_min: 30,
  count_difference_most: 2,
  custody_settle_hours: 48,
  satisfied_score_least: 4,
  repeat_fault_days: 30,
  history_signature_points: 120,
  figure_goals: {
    on_time: 90,
    satisfied: 85,
    complaints: 3,
    first_time: 80,
    old_parts_back: 85,
    stock_agrees: 99,
    repeat_faults: 5,
    unsigned: 5,
    supplier_recovery: 70,
  },
}

/** Every preset that can be changed. */
export const ALL_PRESETS = { ...INITIAL, ...OLD_PART_PRESETS, ...HOUSE_PRESETS }
