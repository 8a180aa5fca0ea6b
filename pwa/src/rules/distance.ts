/** How far two places are apart on the globe, in whole metres; computed here, so that it needs no map and no line. */

export interface Place {
  readonly lat_e7: number
  readonly lon_e7: number
}

const EARTH_METRES = 6_371_000
const RADIANS = Math.PI / 180 / 1e7

/** The great-circle distance by the haversine formula, in whole metres. */
export function metresBetween(from: Place, to: Place): number {
  const [a, b] = [from.lat_e7 * RADIANS, to.lat_e7 * RADIANS]
  const north = Math.sin((b - a) / 2)
  const east = Math.sin(((to.lon_e7 - from.lon_e7) * RADIANS) / 2)
  const part = north * north + Math.cos(a) * Math.cos(b) * east * east
  return Math.round(2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(part))))
}
