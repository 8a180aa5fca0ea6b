/** Messages of the office: on, off, or why not. */
import { useEffect, useState } from 'preact/hooks'
import { Segmented } from '../../parts/segmented'
import { Heading } from '../../parts/sheet'
import { words } from '../../parts/words'
import { isSubscribed, type Subscribed, subscribe, unsubscribe } from '../../sync/push_messages'

const w = words({
  title: ['办公室的消息', 'Messages from the office'],
  on: ['开', 'On'],
  off: ['关', 'Off'],
})

/** Why it did not work, by how the asking ended. */
const why = words({
  no: ['浏览器不让。在设置里放行通知。', 'The browser does not allow it. Allow notifications in its settings.'],
  off: ['服务器没开这个功能。', 'The server has no messages set up.'],
  lost: ['没有信号，连上再开。', 'No signal. Turn it on when there is.'],
})

export function PushSwitch() {
  const [on, setOn] = useState<boolean>()
  const [problem, setProblem] = useState<Exclude<Subscribed, 'yes'>>()
  useEffect(() => {
    void isSubscribed().then(setOn)
  }, [])
  const choose = async (wanted: boolean) => {
    setProblem(undefined)
    if (!wanted) await unsubscribe()
    const answer = wanted ? await subscribe() : 'yes'
    if (answer !== 'yes') setProblem(answer)
    setOn(await isSubscribed())
  }
  if (on === undefined) return null
  return (
    <>
      <Heading>{w.title()}</Heading>
      <Segmented<'on' | 'off'>
        label={w.title()}
        value={on ? 'on' : 'off'}
        onChoose={(chosen) => void choose(chosen === 'on')}
        options={[
          { value: 'on', label: w.on() },
          { value: 'off', label: w.off() },
        ]}
      />
      <p class="meta" role="status">
        {problem && why[problem]()}
      </p>
    </>
  )
}
