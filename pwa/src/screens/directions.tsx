/** The way there: a link that opens the map app without a network; the address is copied too, for any other app. */
import { useState } from 'preact/hooks'
import { Button } from '../parts/button'
import { Dialog } from '../parts/dialog'
import { say } from '../parts/toast'
import { words } from '../parts/words'
import { directionsTo, type MapApp } from '../rules/directions'

const w = words({
  route: ['导航', 'Route'],
  which: ['用哪个地图？', 'Which map?'],
  copied: ['地址也复制好了', 'The address is copied too'],
  close: ['不去了', 'Close'],
})

const NAMES = words({
  chooser: ['地图', 'Map'],
  web: ['地图', 'Map'],
  amap: ['高德地图', 'Amap'],
  apple: ['苹果地图', 'Apple Maps'],
  google: ['谷歌地图', 'Google Maps'],
} satisfies Record<MapApp, [string, string]>)

export function Directions({ address }: { address: string }) {
  const [choosing, setChoosing] = useState(false)
  const links = directionsTo(address, navigator.userAgent, navigator.maxTouchPoints)
  const [only, another] = links
  if (only && !another) {
    return (
      <Button size="sq" icon="navigation-arrow" label={w.route()} href={only.href} onTap={() => void copy(address)} />
    )
  }
  return (
    <>
      <Button size="sq" icon="navigation-arrow" label={w.route()} onTap={() => setChoosing(true)} />
      {choosing && (
        <Dialog title={w.which()} onClose={() => setChoosing(false)}>
          <p class="meta">{address}</p>
          <div class="act maps">
            {links.map(({ app, href }) => (
              <Button key={app} wide href={href} onTap={() => void copy(address)}>
                {NAMES[app]()}
              </Button>
            ))}
            <Button kind="plain" wide onTap={() => setChoosing(false)}>
              {w.close()}
            </Button>
          </div>
        </Dialog>
      )}
    </>
  )
}

/** Some browsers refuse; the link works all the same. */
async function copy(address: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(address)
    say(w.copied(), { icon: 'map-pin' })
  } catch {
    // Nothing was promised.
  }
}
