/** The app's own sign: a gauge with its needle. */
export function Logo({ size = 30 }: { size?: number }) {
  return (
    <svg class="gauge" width={size} height={size} viewBox="0 0 30 30" aria-hidden="true">
      <circle class="ring" cx="15" cy="15" r="12.5" transform="rotate(-85 15 15)" />
      <path class="needle" d="M15 15L22 9" />
      <circle class="hub" cx="15" cy="15" r="3" />
    </svg>
  )
}
