/** Sizes of files, as people say them. */

const MEGABYTE = 1_000_000

/** `3.9 MB`; less than a tenth still shows as `0.1 MB`. */
export function megabytes(bytes: number): string {
  return `${Math.max(bytes / MEGABYTE, 0.1).toFixed(1)} MB`
}
