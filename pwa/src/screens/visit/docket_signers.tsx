/** Who signed and how, and that the device came back without the PIN, as the report keeps it (VIS-7, VIS-8). */
import { Written } from '../../parts/pad'
import { dayAndClock } from '../../parts/times'
import { words } from '../../parts/words'
import type { Photo, Visit } from '../../rules/wire'
import { useLive } from '../../store/live'
import { handBacksOf, signersOf } from '../../store/visits'
import { TakenPhoto } from './photos'

const w = words({
  signature: [(who: string) => `用户签字 · ${who}`, (who: string) => `Customer’s signature · ${who}`],
  drawn: [(at: string, n: number) => `${at}，${n} 笔`, (at: string, n: number) => `${at}, ${n} strokes`],
  typed: [(at: string) => `${at}，打字签的`, (at: string) => `${at}, signed by typing`],
  stamped: [(at: string) => `${at}，公司盖章`, (at: string) => `${at}, company stamp`],
  stamp: ['盖章的照片', 'Photo of the stamp'],
  without: [
    (at: string, why: string) => `${at} 没用密码收回设备：${why}`,
    (at: string, why: string) => `${at} taken back without the PIN: ${why}`,
  ],
})

export function Signers({ visit, photos }: { visit: Visit; photos: readonly Photo[] }) {
  const signers = useLive(() => signersOf(visit.id), [visit.id]) ?? []
  return (
    <div class="signers">
      {signers.map((one) => {
        const stamp = photos.find(({ id }) => id === one.stamp_photo_id)
        return (
          <div key={one.id}>
            <p class="cap">{w.signature([one.signer_name, one.signer_role].filter(Boolean).join(' · '))}</p>
            {one.mark === 'drawn' && <Written drawing={one} label={w.signature(one.signer_name)} />}
            {one.mark === 'typed' && <p class="key typedname">{one.signer_name}</p>}
            {stamp && <TakenPhoto photo={stamp} alt={w.stamp()} plain />}
            <p class="meta">{w[one.mark](dayAndClock(one.signed_at), one.strokes.length)}</p>
          </div>
        )
      })}
    </div>
  )
}

export function BackWithoutPin({ visit }: { visit: Visit }) {
  const backs = useLive(() => handBacksOf(visit.id), [visit.id]) ?? []
  return backs.map((one) => (
    <p class="meta" key={one.id}>
      {w.without(dayAndClock(one.taken_at), one.reason)}
    </p>
  ))
}
