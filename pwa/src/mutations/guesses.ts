/** All guesses by the name of their mutation; each mirrors the server's mutator of that name. */
import type { Bodies, Id, MutationName } from '../rules/wire'
import type { GuessedMutation } from '../store/cache'
import type { KeptEnvelope } from '../store/frozen'
import type { GuessOne } from '../store/guessing'
import * as arrivals from './arrivals'
import * as batchHolds from './batch_holds'
import * as checklists from './checklists'
import * as contacts from './contacts'
import * as counts from './counts'
import * as custody from './custody'
import * as discrepancies from './discrepancies'
import * as escalations from './escalations'
import * as extensions from './extensions'
import * as goods from './goods'
import type { Guess } from './guess'
import * as handOvers from './hand_overs'
import * as incidents from './incidents'
import * as jobs from './jobs'
import * as leaving from './leaving'
import * as masterData from './master_data'
import * as milestones from './milestones'
import * as oldParts from './old_parts'
import * as photos from './photos'
import * as presets from './presets'
import * as quotes from './quotes'
import * as reports from './reports'
import * as requisitions from './requisitions'
import * as reviews from './reviews'
import * as revised from './revised'
import * as safety from './safety'
import * as swapCorrections from './swap_corrections'
import * as swaps from './swaps'
import * as tagRolls from './tag_rolls'
import * as transfers from './transfers'
import * as visits from './visits'
import * as voiceNotes from './voice_notes'
import * as writeOffs from './write_offs'

export const GUESSES: { [N in MutationName]: Guess<N> } = {
  'job.open': jobs.open,
  'job.edit': jobs.edit,
  'job.assign': jobs.assign,
  'job.offer_self': leaving.offerSelf,
  'job.answer': milestones.answer,
  'job.answer_in_writing': milestones.answerInWriting,
  'job.agree_plan': milestones.agreePlan,
  'job.lend_unit': milestones.lendUnit,
  'job.pause': milestones.pause,
  'job.resume': milestones.resume,
  'quote.propose': quotes.propose,
  'quote.approve': quotes.approve,
  'quote.refuse': quotes.refuse,
  'payment.confirm': quotes.confirm,
  'payment.collect': quotes.collect,
  'payment.hand_in': quotes.handIn,
  'sla_profile.set': revised.setProfile,
  'calendar.set_days': revised.setDays,
  'visit.arrive': visits.arrive,
  'visit.record_listen': visits.recordListen,
  'visit.record_look': visits.recordLook,
  'visit.record_check': visits.recordCheck,
  'visit.record_handle': visits.recordHandle,
  'visit.answer': checklists.answer,
  'checklist.set': checklists.set,
  'visit.end': visits.end,
  'visit.depart': visits.depart,
  'visit.start': leaving.start,
  'visit.state_time': leaving.stateTime,
  'visit.report_back': leaving.reportBack,
  'visit.sign': visits.sign,
  'visit.close_unsigned': visits.closeUnsigned,
  'visit.rate': handOvers.rate,
  'visit.take_back': handOvers.takeBack,
  'customer.add': masterData.addCustomer,
  'customer.edit': masterData.editCustomer,
  'equipment.add': masterData.addEquipment,
  'equipment.edit': masterData.editEquipment,
  'part.add': masterData.addPart,
  'part.edit': masterData.editPart,
  'fault.add': masterData.addFault,
  'fault.edit': masterData.editFault,
  'station.add': masterData.addStation,
  'station.edit': masterData.editStation,
  'person.add': masterData.addPerson,
  'person.edit': masterData.editPerson,
  'preset.set': presets.set,
  'swap.record': swaps.record,
  'swap.correct': swapCorrections.correct,
  'swap.undo': swapCorrections.undo,
  'old_part.tag': oldParts.tag,
  'old_part.receive': oldParts.receive,
  'old_part.hand_over': custody.handOver,
  'old_part.take_over': custody.takeOver,
  'old_part.report_lost': custody.reportLost,
  'old_part.inspect': custody.inspect,
  'old_part.store': custody.store,
  'manifest.pack': custody.pack,
  'manifest.ship': custody.ship,
  'manifest.carry': custody.carry,
  'disposal.record': custody.dispose,
  'box.close': arrivals.closeBox,
  'old_part.match': arrivals.match,
  'tag_roll.print': tagRolls.print,
  'extension.ask': extensions.ask,
  'extension.grant': extensions.grant,
  'extension.refuse': extensions.refuse,
  'old_part.waive': writeOffs.waive,
  'write_off.close': writeOffs.close,
  'batch_hold.place': batchHolds.place,
  'batch_hold.lift': batchHolds.lift,
  'requisition.ask': requisitions.ask,
  'requisition.approve': requisitions.approve,
  'requisition.refuse': requisitions.refuse,
  'requisition.issue': requisitions.issue,
  'requisition.close': requisitions.close,
  'goods.receive': goods.receive,
  'unused.announce': goods.announceUnused,
  'unused.receive': goods.receiveUnused,
  'transfer.send': transfers.send,
  'transfer.receive': transfers.receive,
  'count.record': counts.record,
  'photo.attach': photos.attach,
  'photo.annotate': photos.annotate,
  'voice_note.attach': voiceNotes.attach,
  'report.approve': reports.approve,
  'report.send_back': reports.sendBack,
  'report.archive': reports.archive,
  'contact.log': contacts.log,
  'contact.answer': contacts.answer,
  'contact.clarify': contacts.clarify,
  'contact.dispatch': contacts.dispatch,
  'report.accept_unsigned': reports.acceptUnsigned,
  'discrepancy.pass_on': discrepancies.passOn,
  'discrepancy.settle': discrepancies.settle,
  'review.settle': reviews.settle,
  'job.escalate': escalations.escalate,
  'escalation.answer': escalations.answer,
  'incident.report': incidents.report,
  'incident.close': incidents.close,
  'safety.acknowledge': safety.acknowledge,
  'site_notice.publish': safety.publish,
}

/** What the cache must know of an envelope to guess it again and again. */
export function guessed({ order, envelope }: KeptEnvelope): GuessedMutation {
  const { mutation_id, name, body, lane, device_time } = envelope
  return { mutation_id, order, name, body, lane, at: device_time }
}

/** Guess as this person. A mutation that this version of the app does not know changes nothing here. */
export function guessOne(by: Id): GuessOne {
  return async (rows, { name, body, mutation_id, lane, at }) => {
    const guess = GUESSES[name] as Guess<MutationName> | undefined
    await guess?.(rows, JSON.parse(body) as Bodies[MutationName], { mutation_id, lane, at, by })
  }
}
