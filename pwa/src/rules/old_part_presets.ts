/** What the old-parts screens need of the presets, as the house begins with them; the mirror of `server/rules/presets.py`. */

/** Why a returned old part is deducted 扣件 (OLD-3). */
export interface DeductionReason {
  code: string
  zh: string
  en: string
}

export interface OldPartPresets {
  /** The last day of each stretch but the open one (OLD-4). */
  ageing_days: readonly number[]
  deduction_reasons: readonly DeductionReason[]
}

export const OLD_PART_PRESETS: OldPartPresets = {
  ageing_days: [7, 15, 30],
  deduction_reasons: [
    { code: 'part_mismatch', zh: '配件代码不符', en: 'Part code does not match' },
    { code: 'no_fault_found', zh: '未检测出故障', en: 'No fault found' },
    { code: 'part_missing', zh: '无件', en: 'Part is missing' },
    { code: 'non_genuine', zh: '非原厂配件', en: 'Not a genuine part' },
    { code: 'wrong_supplier', zh: '供应商代码错误', en: 'Wrong supplier code' },
    { code: 'not_quality', zh: '非质量问题', en: 'Not a quality defect' },
    { code: 'not_the_failed_part', zh: '非主故障部位', en: 'Not the failed component' },
    { code: 'damaged', zh: '破损', en: 'Damaged' },
    { code: 'no_tag', zh: '无旧件标签', en: 'No old-part tag' },
    { code: 'no_symptom_or_cause', zh: '无故障现象或原因分析', en: 'No symptom or cause given' },
    { code: 'fault_does_not_match', zh: '故障与描述不符', en: 'Fault does not match the description' },
    { code: 'consequential', zh: '连带扣件', en: 'Deducted with another part' },
    { code: 'other', zh: '其他', en: 'Other' },
  ],
}
