/** How the app is built: hashed files, one worker that keeps them, no inline script. */
import preact from '@preact/preset-vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { checkStyle } from './build/check_style'
import { drawn } from './build/drawn'

interface Files {
  getModuleInfo: (id: string) => { importers: string[] } | null
}

/** Whether every start needs the file: main imports it, directly or through others, and not first when a screen opens. */
function isOfTheStart(id: string, files: Files, seen = new Set<string>()): boolean {
  if (id.endsWith('src/main.tsx')) return true
  if (seen.has(id)) return false
  seen.add(id)
  return files.getModuleInfo(id)?.importers.some((by) => isOfTheStart(by, files, seen)) ?? false
}

/** On a slow device each file costs more than its bytes: what is needed together travels together. */
const TOGETHER = [
  { name: 'libraries', test: /node_modules[\\/](preact|@preact|dexie|idb|workbox-window|workbox-core)[\\/]/ },
  { name: (id: string, files: Files) => (isOfTheStart(id, files) ? 'start' : null), test: /\.tsx?$|virtual:/ },
  {
    name: 'between_screens',
    test: /src[\\/](screens[\\/][^\\/]+|parts[\\/](figures|segmented|sla_clock|tag_strip))\.tsx?$/,
  },
]

export default defineConfig({
  base: '/',
  plugins: [
    drawn(),
    checkStyle(),
    preact(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'src/worker',
      filename: 'worker.ts',
      registerType: 'prompt',
      injectRegister: false,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png,webp,wasm,woff2}'],
        globIgnores: ['check.css'],
        maximumFileSizeToCacheInBytes: 4 * 1024 * 1024,
      },
      manifest: {
        id: '/',
        name: 'Truckroll',
        short_name: 'Truckroll',
        description: 'Field service that works where the signal does not.',
        lang: 'zh-CN',
        start_url: '/',
        display: 'standalone',
        background_color: '#F6F4EE',
        theme_color: '#005F66',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
    }),
  ],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rolldownOptions: { output: { codeSplitting: { groups: TOGETHER } } },
  },
  test: {
    environment: 'jsdom',
    include: ['tests/**/*.test.{ts,tsx}'],
    // Files keep a jsdom each; threads start sooner than processes.
    pool: 'threads',
    maxWorkers: '100%',
    setupFiles: ['tests/setup.ts'],
  },
})
