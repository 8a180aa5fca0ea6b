/** What the presets are called, in the groups in which somebody looks for them. */
import { language } from '../../parts/words'

type Said = readonly [zh: string, en: string]

/** `number` whole, `per_cent` 1–100, `money` minor units of the quote's currency, `days` several rising numbers. */
type Kind = 'number' | 'per_cent' | 'money' | 'currency' | 'days' | 'goals' | 'policy' | 'phrases' | 'reasons'

export interface PresetOf {
  name: string
  kind: Kind
  says: Said
  /** What it does, or its unit. */
  hint: Said
}

interface Group {
  says: Said
  presets: readonly PresetOf[]
}

const preset = (name: string, kind: Kind, says: Said, hint: Said): PresetOf => ({ name, kind, says, hint })

export const GROUPS: readonly Group[] = [
  {
    says: ['收费服务', 'Paid service'],
    presets: [
      preset(
        'parts_percent',
        'per_cent',
        ['配件按目录价的', 'Parts at'],
        ['%，三包以外', '% of list price, outside warranty'],
      ),
      preset('labour_minor_per_hour', 'money', ['工时费', 'Labour'], ['每小时', 'for each hour']),
      preset('quote_currency', 'currency', ['币种', 'Currency'], ['三个字母，如 CNY', 'three letters such as CNY']),
    ],
  },
  {
    says: ['索赔要什么证据', 'Evidence for a claim'],
    presets: [
      preset(
        'claim_policy',
        'policy',
        ['证据', 'Evidence'],
        ['几张照片，签字前必须有吗', 'how many photos, and whether signing waits'],
      ),
    ],
  },
  {
    says: ['旧件', 'Old parts'],
    presets: [
      preset('old_part_due_days', 'number', ['几天内回库', 'Due back within'], ['天', 'days']),
      preset(
        'ageing_days',
        'days',
        ['账龄分段', 'Ageing steps'],
        ['天，从小到大，空格隔开', 'days, rising, with spaces between'],
      ),
      preset(
        'custody_settle_hours',
        'number',
        ['交接对不上，几小时内定', 'A doubtful hand-over is settled within'],
        ['小时', 'hours'],
      ),
      preset(
        'deduction_reasons',
        'reasons',
        ['扣件原因', 'Reasons of deduction'],
        ['一行一个：代码 | 中文 | English', 'one a line: code | 中文 | English'],
      ),
    ],
  },
  {
    says: ['库存', 'Store'],
    presets: [
      preset(
        'count_difference_most',
        'number',
        ['盘点差几件以内不问', 'A count may differ by'],
        ['件', 'pieces without a question'],
      ),
    ],
  },
  {
    says: ['目标', 'Goals'],
    presets: [
      preset('figure_goals', 'goals', ['目标', 'Goals'], ['%', '%']),
      preset('satisfied_score_least', 'number', ['几分算满意', 'Satisfied from'], ['分，满分 5', 'of 5']),
      preset('repeat_fault_days', 'number', ['几天内再坏算重复', 'A repeat within'], ['天', 'days']),
    ],
  },
  {
    says: ['上门服务', 'On site'],
    presets: [
      preset(
        'escalation_answer_min',
        'number',
        ['重大问题多久答复', 'A major problem is answered within'],
        ['分钟', 'minutes'],
      ),
      preset(
        'reading_jump_km',
        'number',
        ['里程多出多少要问', 'A reading is doubtful above'],
        ['公里', 'km more than last time'],
      ),
      preset(
        'reading_jump_h',
        'number',
        ['小时多出多少要问', 'Running time is doubtful above'],
        ['小时', 'hours more than last time'],
      ),
      preset('signature_min_strokes', 'number', ['签名至少几笔', 'A signature has at least'], ['笔', 'strokes']),
      preset(
        'signature_min_percent',
        'per_cent',
        ['签名至少占签字框', 'A signature spans at least'],
        ['%', '% of the pad'],
      ),
      preset('signers_most', 'number', ['一份报告最多几人签', 'A report is signed by at most'], ['人', 'people']),
      preset(
        'phrases',
        'phrases',
        ['快捷短语', 'Phrases for a thumb'],
        ['一行一个：中文 | English', 'one a line: 中文 | English'],
      ),
    ],
  },
  {
    says: ['设备和同步', 'Devices'],
    presets: [
      preset('clock_skew_min', 'number', ['手机钟差多少要看', 'A clock is looked at when off by'], ['分钟', 'minutes']),
      preset('ready_free_mb', 'number', ['出发前至少空出', 'Free room before departure'], ['MB', 'MB']),
      preset(
        'history_signature_points',
        'number',
        ['历史签名的点数', 'Points of an earlier signature'],
        ['个', 'points'],
      ),
    ],
  },
]

export const inWords = ([zh, en]: Said): string => (language.value === 'zh' ? zh : en)

export const PHRASES: Record<string, Said> = {
  usage: ['怎么用', 'How it is used'],
  before_after: ['前后', 'Before and after'],
  done: ['做了什么', 'What was done'],
  replaced: ['换下原因', 'Why it was replaced'],
}

export const EVIDENCE: Record<string, Said> = {
  nameplate: ['铭牌', 'Name plate'],
  meter: ['仪表读数', 'Meter'],
  cause: ['真因', 'True cause'],
  old_part: ['旧件', 'Old part'],
  tag: ['旧件标签', 'Old-part tag'],
  result: ['修好的样子', 'Result'],
  signature: ['签名', 'Signature'],
}
