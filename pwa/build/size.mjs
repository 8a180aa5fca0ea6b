/** Fails when the scripts that the first screen needs weigh more than the budget. Run after `vite build`. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const BUDGET = 90 * 1024
const dist = new URL('../dist/', import.meta.url)
const html = readFileSync(new URL('index.html', dist), 'utf8')
const first = [...html.matchAll(/(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1])
const sizes = first.map((name) => [name, gzipSync(readFileSync(new URL(name, dist)), { level: 9 }).length])
const total = sizes.reduce((sum, [, size]) => sum + size, 0)

for (const [name, size] of sizes) console.log(`${String(size).padStart(8)}  ${name}`)
console.log(`${String(total).padStart(8)}  first script, gzip; budget ${BUDGET}`)
if (first.length === 0 || total > BUDGET) {
  console.error('The first script is over its budget: load what Today and Job do not need when it is first needed.')
  process.exit(1)
}
