/** Builds the bench's page beside a copy of the app that is named by `BENCH_DIR`. */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { drawn } from '../build/drawn'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/bench/',
  plugins: [drawn()],
  build: {
    outDir: process.env.BENCH_DIR ?? '',
    emptyOutDir: true,
    target: 'es2022',
    rolldownOptions: { input: fileURLToPath(new URL('taps.html', import.meta.url)) },
  },
})
