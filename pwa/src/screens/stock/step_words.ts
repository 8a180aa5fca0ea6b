/** What a step of a stock was, and where its document is (PART-1). */
import { words } from '../../parts/words'
import type { StockStep } from '../../rules/wire'

const w = words({
  requisition: ['发料', 'Issued'],
  goods_receipt: ['收货', 'Delivered'],
  unused_return: ['退料', 'Brought back unused'],
  transfer: ['调拨', 'Transfer'],
  stock_count: ['盘点差异', 'Count difference'],
  swap: ['装上', 'Fitted'],
  discrepancy: ['例外定了，补账', 'Settled, booked'],
  stock: ['期初', 'Opening stock'],
  other: ['进出', 'Moved'],
})

type Told = keyof typeof w

export function stepName({ document_table }: StockStep): string {
  return document_table !== null && document_table in w ? w[document_table as Told]() : w.other()
}

const PAGES: Record<string, string> = {
  requisition: '/stock/issue/',
  goods_receipt: '/stock/goods/',
  transfer: '/stock/transfers/',
}

/** The screen of its document, or null where it has none. */
export function documentOf({ document_table, document_id }: StockStep): string | null {
  const page = document_table === null ? undefined : PAGES[document_table]
  return page === undefined || document_id === null ? null : page + document_id
}
