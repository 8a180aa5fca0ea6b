/** What the screens ask about voice notes: those of one section of a visit, the oldest first. */
import type { Id, SpokenSection, VoiceNote } from '../rules/wire'
import { cache } from './db'

export async function voiceNotesOf(visit_id: Id, section: SpokenSection): Promise<VoiceNote[]> {
  const all = await cache().voice_note.where('visit_id').equals(visit_id).sortBy('id')
  return all.filter((note) => note.section === section)
}
