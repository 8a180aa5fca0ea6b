/** The hash of an envelope: what its device vouches for when it sends it, however often. */
import { sha256 } from './canonical'

export interface Hashed {
  mutation_id: string
  name: string
  v: number
  lane: string
  base: number
  device_time: string
  tz_offset_min: number
  body: string
}

/** Return the envelope's SHA-256. The number in the stream is not part of it: a copy gets a new one (law 2). */
export function envelopeSha256(envelope: Hashed): Promise<string> {
  const { mutation_id, name, v, lane, base, device_time, tz_offset_min, body } = envelope
  return sha256(['truckroll-envelope-1', mutation_id, name, v, lane, base, device_time, tz_offset_min, body].join('\n'))
}
