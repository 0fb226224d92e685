import { join } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

// The targets name the oldest Electron that runs the tests (33: Node 20.18, Chromium 130); newer syntax would not parse there.
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      outDir: 'out/main',
      externalizeDeps: false,
      sourcemap: true,
      rolldownOptions: {
        input: { main: 'src-main/main.ts' },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'src-main/preload/preload.ts' },
        external: ['electron'],
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react()],
    // The file says why. Its own import is of another entry, so it does not meet itself.
    resolve: {
      alias: [
        {
          find: /^fflate$/,
          replacement: join(import.meta.dirname, 'src-renderer/features/common/export/zip-in-place.ts'),
        },
      ],
    },
    // The page is not at the dev server's address (desktop/protocol.ts), so it is told where to listen for changes.
    server: { host: 'localhost', hmr: { protocol: 'ws', host: 'localhost' } },
    build: {
      target: 'chrome130',
      outDir: 'out/renderer',
      minify: true,
      sourcemap: true,
      rolldownOptions: { input: 'src-renderer/index.html' },
    },
  },
})
