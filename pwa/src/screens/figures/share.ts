/** How shares and their changes are written. */
import { decimal } from '../../parts/figures'

/** `93.1`, `88`: tenths of a per cent without a nought behind the point. */
export const percent = (per_mille: number): string => decimal(per_mille, 1).replace(/\.0$/, '')

/** `+1.2`, `−0.4`, `0`: a change in per cent points. */
export function signed(per_mille: number): string {
  if (per_mille === 0) return '0'
  return `${per_mille > 0 ? '+' : '−'}${percent(Math.abs(per_mille))}`
}
