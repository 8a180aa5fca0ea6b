/** A voice note as whoever may hear it finds it: how long, how large, where it is, and its player (VIS-1, VIS-9). */
import { photoUrl } from '../media/photo_url'
import { SyncChip } from '../parts/sync_chip'
import { words } from '../parts/words'
import type { VoiceNote } from '../rules/wire'
import { cardState } from '../store/card'
import { useLive } from '../store/live'
import './played_note.css'

const w = words({
  note: [(n: number, at: string) => `第 ${n} 段，${at}`, (n: number, at: string) => `Note ${n}, ${at}`],
  size: [(kb: number) => `${kb} KB`, (kb: number) => `${kb} kB`],
})

const SECOND = 1000
const KILOBYTE = 1024

export function PlayedNote({ note, n }: { note: VoiceNote; n: number }) {
  const address = useLive(() => photoUrl(note.id, 'original'), [note.id])
  const { state, at } = cardState([note.id])
  const label = w.note(n, lengthOf(note.duration_ms))
  return (
    <li class="playednote">
      <div class="grow">
        <p class="row between">
          <b>{label}</b>
          <span class="meta">{w.size(Math.max(1, Math.round(note.size / KILOBYTE)))}</span>
          <SyncChip state={state} at={at} />
        </p>
        {/* biome-ignore lint/a11y/useMediaCaption: what was said into the microphone has no captions */}
        {address && <audio controls preload="none" src={address} aria-label={label} />}
      </div>
    </li>
  )
}

/** Minutes and seconds: `0:42`. */
export function lengthOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / SECOND)
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
}
