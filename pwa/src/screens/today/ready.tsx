/** Whether the device is ready for a day without signal: today's jobs, the catalogue and room for photos are here. */
import { useEffect, useState } from 'preact/hooks'
import { Icon } from '../../parts/icon'
import { clock } from '../../parts/times'
import { words } from '../../parts/words'
import { feedPlace } from '../../store/cache'
import { cache } from '../../store/db'
import { photosThatFit, type Readiness, readiness } from '../../store/device'
import { useLive } from '../../store/live'

const w = words({
  ready: [
    (time: string) => `${time} 资料装齐：断网也能打开今天的单子、签字板和目录。`,
    (time: string) => `Complete since ${time}: jobs, signature pad and catalogue open without signal.`,
  ],
  loading: ['资料还没装齐，出车前连一下网。', 'Not all is loaded yet. Connect before you drive off.'],
  full: [(n: number) => `只够再拍 ${n} 张。先发走再拍。`, (n: number) => `Room for ${n} more photos. Send some first.`],
})
const FEW_PHOTOS = 30

export function Ready() {
  const place = useLive(() => feedPlace(cache()))
  const [device, setDevice] = useState<Readiness>()
  useEffect(() => {
    void readiness().then(setDevice)
  }, [])
  if (place === undefined) return null
  const fit = device ? photosThatFit(device) : null
  const short = fit !== null && fit < FEW_PHOTOS
  const whole = place.complete_at !== null
  return (
    <p class="ready meta">
      <Icon name={whole && !short ? 'check-circle' : 'warning'} tone={whole && !short ? 'acc' : 'warn'} />
      <span>{short ? w.full(fit) : place.complete_at !== null ? w.ready(clock(place.complete_at)) : w.loading()}</span>
    </p>
  )
}
