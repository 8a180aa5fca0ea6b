/** Messages of the office: on, off, or why not. */
import { useEffect, useState } from 'preact/hooks'
import { Segmented } from '../../parts/segmented'
import { Heading } from '../../parts/sheet'
import { words } from '../../parts/words'
import { type PushState, pushState, turnPushOff, turnPushOn } from '../../sync/push_messages'

const w = words({
  title: ['办公室的消息', 'Messages from the office'],
  on: ['开', 'On'],
  off: ['关', 'Off'],
  blocked: [
    '浏览器不让。在手机设置里放行通知。',
    'The browser does not allow it. Allow notifications in its settings.',
  ],
  missing: [
    '这里收不到：浏览器或服务器没开这个功能。',
    'Not possible here: this browser or the server has no messages.',
  ],
})

export function PushSwitch() {
  const [state, setState] = useState<PushState>()
  useEffect(() => {
    void pushState().then(setState)
  }, [])
  if (state === undefined) return null
  return (
    <>
      <Heading>{w.title()}</Heading>
      {state === 'missing' || state === 'blocked' ? (
        <p class="meta">{w[state]()}</p>
      ) : (
        <Segmented<'on' | 'off'>
          label={w.title()}
          value={state}
          onChoose={(chosen) => void (chosen === 'on' ? turnPushOn() : turnPushOff()).then(setState)}
          options={[
            { value: 'on', label: w.on() },
            { value: 'off', label: w.off() },
          ]}
        />
      )}
    </>
  )
}
