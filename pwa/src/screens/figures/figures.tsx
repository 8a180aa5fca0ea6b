/** The figures. */
import { Head } from '../../parts/bar'
import { Screen } from '../../parts/screen'
import { words } from '../../parts/words'

const w = words({
  title: ['数字', 'Figures'],
})

export default function Figures() {
  return <Screen head={<Head title={w.title()} />}>{null}</Screen>
}
