/** A Vite plugin: `virtual:icons`, `virtual:more-icons` and `virtual:marks` hold what was drawn from installed packages. */
import type { Plugin } from 'vite'
import { firstIconPaths, moreIconPaths } from './icons'
import { markPaths } from './marks'

const DRAWN: Record<string, () => object | Promise<object>> = {
  'virtual:icons': firstIconPaths,
  'virtual:more-icons': moreIconPaths,
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
