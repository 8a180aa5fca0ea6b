/** Master data. */
import { Head } from '../../parts/bar'
import { Screen } from '../../parts/screen'
import { words } from '../../parts/words'

const w = words({
  title: ['资料', 'Master data'],
})

export default function Catalogue() {
  return <Screen head={<Head title={w.title()} />}>{null}</Screen>
}
