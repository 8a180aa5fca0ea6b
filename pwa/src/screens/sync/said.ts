/** Each mutation, and each reason of the server, in plain words. */
import type { IconName } from '../../parts/icon'
import { words } from '../../parts/words'
import type { MutationName } from '../../rules/wire'

const w = words({
  'job.open': ['登记的来电', 'A call you logged'],
  'job.edit': ['任务的改动', 'Changes to a job'],
  'job.assign': ['派工', 'An assignment'],
  'visit.arrive': ['到场', 'Arrival'],
  'visit.record_listen': ['“听”的记录', 'What you heard'],
  'visit.record_look': ['“看”的记录', 'What you saw'],
  'visit.record_check': ['“查”的记录', 'What you found'],
  'visit.record_handle': ['处理', 'What you did'],
  'visit.end': ['服务结束', 'End of service'],
  'visit.depart': ['离场', 'Departure'],
  'visit.sign': ['签字和服务报告', 'Signature and report'],
  'visit.close_unsigned': ['没签字的服务报告', 'Report without signature'],
  'visit.rate': ['用户的评价', 'The customer’s rating'],
  'visit.take_back': ['没用密码收回设备', 'Device taken back without the PIN'],
  'preset.set': ['改了的规定', 'A changed preset'],
  'swap.record': ['换件', 'A part swap'],
  'old_part.tag': ['旧件标签', 'An old-part tag'],
  'old_part.receive': ['收到的旧件', 'An old part taken in'],
  'photo.attach': ['照片', 'Photo'],
  'report.approve': ['批准的报告', 'An approved report'],
  'report.send_back': ['退回的报告', 'A report sent back'],
  'discrepancy.settle': ['处理的例外', 'A settled exception'],
  'review.settle': ['定下的值', 'A decided value'],
})

const ICONS: Record<MutationName, IconName> = {
  'job.open': 'phone',
  'job.edit': 'pencil-simple',
  'job.assign': 'kanban',
  'visit.arrive': 'map-pin',
  'visit.record_listen': 'ear',
  'visit.record_look': 'eye',
  'visit.record_check': 'magnifying-glass',
  'visit.record_handle': 'wrench',
  'visit.end': 'check-circle',
  'visit.depart': 'navigation-arrow',
  'visit.sign': 'signature',
  'visit.close_unsigned': 'signature',
  'visit.rate': 'smiley',
  'visit.take_back': 'lock-simple',
  'preset.set': 'scales',
  'swap.record': 'arrows-down-up',
  'old_part.tag': 'tag',
  'old_part.receive': 'tag',
  'photo.attach': 'camera',
  'report.approve': 'stamp',
  'report.send_back': 'arrow-bend-up-left',
  'discrepancy.settle': 'scales',
  'review.settle': 'scales',
}

export const saidOf = (name: MutationName): string => w[name]()
export const iconOf = (name: MutationName): IconName => ICONS[name]

const reasons = words({
  not_permitted: ['你的岗位没有这个权限', 'Your role may not do this'],
  missing: [
    '它要用的还没到服务器，到了会自己接着办',
    'Something it needs is not on the server yet. It goes on by itself.',
  ],
  unknown_mutation: [
    '服务器还不认识这一种，升级后会收',
    'The server does not know this yet; it will take it after its update',
  ],
  unreadable: ['服务器读不懂，办公室会看', 'The server cannot read it; the office will look'],
  hash_mismatch: ['路上坏了一份，办公室会看', 'It was damaged on the way; the office will look'],
  crashed: ['服务器处理时出了岔子，修好会自己接着办', 'Something went wrong on the server. It goes on after the fix.'],
  waiting: ['等同一张单子的前一项', 'Waits for an earlier one of the same job'],
  job_already_opened: ['这个编号已经有别的任务', 'Another job has this number already'],
  job_closed: [
    '任务已经签字或批准，要再去就开新单',
    'The job is signed or approved. Open a new one for another visit.',
  ],
  lead_not_among_them: ['负责人要在去的人里面', 'The lead must be one of those who go'],
  nobody_assigned: ['至少派一个人', 'Name at least one technician'],
  not_a_technician: ['派的人里有不是服务人员的', 'Somebody named is not a technician'],
  report_not_waiting: ['这份报告已经有人定过了', 'Somebody has decided about this report already'],
  already_settled: ['别人已经处理过了', 'Somebody has settled it already'],
  review_already_settled: ['别人已经定过了', 'Somebody has decided already'],
  visit_closed: ['报告已经封存', 'The report is sealed already'],
  value_does_not_fit: ['这个值这里放不下，改一改再发', 'This value does not fit here. Change and send again.'],
  nothing_to_transfer: ['没有可转的件', 'There is nothing to transfer'],
  not_a_place_for_stock: ['那里不能放件', 'No stock can be placed there'],
  other: ['办公室要看一下', 'The office must look at it'],
})

/** Why the server holds or refused it; a code that this version does not know gets the plainest words. */
export function reasonOf(code: string | null): string {
  return code !== null && code in reasons ? reasons[code as keyof typeof reasons]() : reasons.other()
}

const fields = words({
  phone: ['联系电话', 'the phone number'],
  contact: ['联系人', 'the contact'],
  site_address: ['地址', 'the address'],
  fault_reported: ['报修内容', 'the reported fault'],
  planned_at: ['约定时间', 'the agreed time'],
  distance_km: ['距离', 'the distance'],
  analysis: ['办公室分析', 'the analysis'],
  read_km: ['里程', 'the mileage'],
  read_h: ['运行时间', 'the running time'],
  told_km: ['说的里程', 'the mileage told'],
  told_h: ['说的运行时间', 'the running time told'],
  account: ['用户说的', 'the account'],
  cause: ['原因', 'the cause'],
  done: ['做了什么', 'what was done'],
  responsibility: ['责任', 'the responsibility'],
  other: ['一处', 'one value'],
})

/** The field of a review, as it is said in a sentence. */
export const fieldOf = (field: string): string => fields[(field in fields ? field : 'other') as keyof typeof fields]()
