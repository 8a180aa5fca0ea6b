/** Old parts. */
import { Head } from '../../parts/bar'
import { Screen } from '../../parts/screen'
import { words } from '../../parts/words'

const w = words({
  title: ['旧件', 'Old parts'],
})

export default function OldParts() {
  return <Screen head={<Head title={w.title()} />}>{null}</Screen>
}
