/** One block for each piece of evidence; a hollow one is missing. It advises and never blocks. */

interface MeterProps {
  had: boolean[]
  /** The count in words, for those who do not see the blocks. */
  label: string
}

export function Meter({ had, label }: MeterProps) {
  return (
    <div class="meter" role="img" aria-label={label}>
      {[...had]
        .sort((a, b) => Number(b) - Number(a))
        .map((done, at) => (
          <i key={at} class={done ? undefined : 'o'} />
        ))}
    </div>
  )
}
