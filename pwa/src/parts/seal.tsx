/** The seal 封 on a docket: that it is sealed, the code to compare, and when; its edge is worn, its text is crisp (VIS-7). */
import paths from 'virtual:marks'
import { words } from './words'
import './seal.css'

const w = words({ sealed: ['已封存', 'SEALED'] })

const FRAME =
  'M8 1h220q7 0 7 7v102q0 7-7 7H8q-7 0-7-7V8q0-7 7-7zm1 4.5q-3.5 0-3.5 3.5v100q0 3.5 3.5 3.5h218q3.5 0 3.5-3.5V9q0-3.5-3.5-3.5z'

interface SealProps {
  /** Four groups of four. */
  code: string
  /** Day and time of the device. */
  at: string
}

export function Seal({ code, at }: SealProps) {
  return (
    <svg class="seal" viewBox="0 0 236 118" role="img" aria-label={`${w.sealed()} ${code}`}>
      <filter id="worn" x="-5%" y="-5%" width="110%" height="110%">
        <feTurbulence type="fractalNoise" baseFrequency=".03" numOctaves="2" seed="7" result="wave" />
        <feDisplacementMap in="SourceGraphic" in2="wave" scale="3" result="moved" />
        <feTurbulence type="fractalNoise" baseFrequency=".55" numOctaves="2" seed="11" />
        <feColorMatrix values="0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 -7 5.1" result="holes" />
        <feComposite in="moved" in2="holes" operator="in" />
      </filter>
      <g filter="url(#worn)">
        <path fill-rule="evenodd" d={FRAME} />
        <rect x="11" y="11" width="96" height="96" rx="3" />
        <path class="glyph" transform="translate(17 17) scale(.84)" d={paths.seal} />
      </g>
      <text x="118" y="32" font-size="17.5">
        {w.sealed()}
      </text>
      <text class="mono" x="118" y="58" font-size="20" textLength="104">
        {code.slice(0, 9)}
      </text>
      <text class="mono" x="118" y="79" font-size="20" textLength="104">
        {code.slice(10)}
      </text>
      <text x="118" y="102" font-size="12.5">
        {at}
      </text>
    </svg>
  )
}
