/** A Vite plugin: `check.css`, the look of the public page that checks a report; the server renders it without script. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const FOLDER = join(import.meta.dirname, '../src/style')
const STYLES = ['tokens.css', 'ui.css', 'app.css', 'check.css']

export function checkStyle(): Plugin {
  return {
    name: 'check-style',
    generateBundle() {
      const source = STYLES.map((name) => readFileSync(join(FOLDER, name), 'utf8')).join('\n')
      this.emitFile({ type: 'asset', fileName: 'check.css', source })
    },
  }
}
