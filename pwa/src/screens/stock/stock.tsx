/** The stock ledger. */
import { Head } from '../../parts/bar'
import { Screen } from '../../parts/screen'
import { words } from '../../parts/words'

const w = words({
  title: ['库存', 'Stock'],
})

export default function Stock() {
  return <Screen head={<Head title={w.title()} />}>{null}</Screen>
}
