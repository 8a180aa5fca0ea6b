/** A Vite plugin: `virtual:icons` and `virtual:marks` hold what was drawn from installed packages. */
import type { Plugin } from 'vite'
import { iconPaths } from './icons'
import { markPaths } from './marks'

const DRAWN: Record<string, () => object | Promise<object>> = {
  'virtual:icons': iconPaths,
  'virtual:marks': markPaths,
}

export function drawn(): Plugin {
  return {
    name: 'drawn',
    resolveId: (id) => (id in DRAWN ? `\0${id}` : null),
    async load(id) {
      const draw = DRAWN[id.slice(1)]
      return draw ? `export default ${JSON.stringify(await draw())}` : null
    },
  }
}
