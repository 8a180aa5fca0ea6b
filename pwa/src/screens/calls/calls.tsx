/** The contact log. */
import { Head } from '../../parts/bar'
import { Screen } from '../../parts/screen'
import { words } from '../../parts/words'

const w = words({
  title: ['来电登记', 'Contact log'],
})

export default function Calls() {
  return <Screen head={<Head title={w.title()} />}>{null}</Screen>
}
