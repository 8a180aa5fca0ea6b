// @vitest-environment node
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

it('what is printed is dark on white, also from a screen that is dark', () => {
  const tokens = readFileSync('src/style/tokens.css', 'utf8')
  const darkIn = [...tokens.matchAll(/(@media [^{]*)?\{? ?:root[^{]*\{\s*color-scheme: dark/g)].map(
    ([, media]) => media,
  )
  expect(darkIn).toEqual([expect.stringMatching(/^@media screen\b/), expect.stringMatching(/^@media screen\b/)])
})
