/** The way to an address in the map app of the device: a plain link that opens the app without a network. */

export type MapApp = 'chooser' | 'apple' | 'amap' | 'google' | 'web'

export interface MapLink {
  app: MapApp
  href: string
}

/** Android asks which of the installed apps; an iPhone does not, so each of its apps has a link of its own. */
export function directionsTo(address: string, userAgent: string, touchPoints: number): MapLink[] {
  const q = encodeURIComponent(address)
  // An iPad says that it is a Mac, but no Mac has fingers on it.
  if (/iPhone|iPad|iPod/.test(userAgent) || (/Macintosh/.test(userAgent) && touchPoints > 1)) {
    return [
      { app: 'amap', href: `iosamap://poi?sourceApplication=truckroll&name=${q}&dev=0` },
      { app: 'apple', href: `maps://?q=${q}` },
      { app: 'google', href: `comgooglemaps://?q=${q}` },
    ]
  }
  if (/Android|HarmonyOS/.test(userAgent)) return [{ app: 'chooser', href: `geo:0,0?q=${q}` }]
  return [{ app: 'web', href: `https://uri.amap.com/search?keyword=${q}` }]
}
