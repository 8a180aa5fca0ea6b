/** What booking a transfer would add, above what stands in the ledger already (PART-1). */
import { Plate } from '../../parts/sheet'
import { Sideways } from '../../parts/sideways'
import { words } from '../../parts/words'
import type { DiscrepancyInFull } from '../../store/reports'

const w = words({
  wouldBook: ['会补这一笔', 'This would be booked'],
  from: ['从', 'From'],
  to: ['到', 'To'],
  pieces: ['件数', 'Pieces'],
  transfer: ['调拨', 'transfer'],
  swapIn: ['换件，已在账上', 'swap, already in'],
  store: ['站里库房', 'Station store'],
  van: [(name: string) => `${name}的车`, (name: string) => `Van ${name}`],
})

export function Booking({ full: { discrepancy, by, swap, job } }: { full: DiscrepancyInFull }) {
  const short = Number(discrepancy.detail.short ?? -Number(discrepancy.detail.quantity ?? 0))
  const van = w.van(by?.name ?? '')
  return (
    <Sideways name={w.wouldBook()}>
      <table class="mv">
        <thead>
          <tr>
            <th>{w.wouldBook()}</th>
            <th>{w.from()}</th>
            <th>{w.to()}</th>
            <th class="num">{w.pieces()}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <td>{w.transfer()}</td>
            <td>{w.store()}</td>
            <td>{van}</td>
            <td class="num">
              <b>{short}</b>
            </td>
          </tr>
          {swap && (
            <tr class="quiet">
              <td>{w.swapIn()}</td>
              <td>{van}</td>
              <td>{job?.plate ? <Plate>{job.plate}</Plate> : job?.customer_name}</td>
              <td class="num">{swap.quantity}</td>
            </tr>
          )}
        </tbody>
      </table>
    </Sideways>
  )
}
