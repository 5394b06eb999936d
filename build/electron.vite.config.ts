import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const at = (path: string): string => resolve(root, path);

/**
 * Everything is bundled: the package holds out/ and no node_modules. The targets are the oldest
 * Electron the app is proven on, so that one build runs there and on the newest.
 */
export default defineConfig({
  main: {
    build: {
      target: 'node20.18',
      outDir: at('out/main'),
      minify: true,
      externalizeDeps: false,
      rollupOptions: { input: { main: at('electron/main.ts') } },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: at('out/preload'),
      externalizeDeps: false,
      isolatedEntries: true,
      rollupOptions: {
        input: {
          window: at('electron/preload/window.ts'),
          parser: at('electron/preload/parser.ts'),
        },
        // A sandboxed preload is CommonJS and, with isolatedEntries, a single file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    build: {
      target: 'chrome130',
      outDir: at('out/renderer'),
      minify: true,
      // Small files stay files: the content security policy allows no data: scripts or fonts.
      assetsInlineLimit: 0,
      // Pages come from the disk: the parser's one large chunk costs nobody a download.
      chunkSizeWarningLimit: 4000,
      modulePreload: { polyfill: false },
      rollupOptions: {
        input: { index: at('renderer/index.html'), parser: at('renderer/parser/index.html') },
      },
    },
    worker: { format: 'es' },
    plugins: [react()],
  },
});
