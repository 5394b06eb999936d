/**
 * The layers and who may import whom, and what every dependency is for. A new folder, arrow or
 * dependency is classified here, with a reason in the commit, before anything can use it.
 */

/** shared/, in the data's own order: a layer may import itself and those named. */
const SHARED = {
  'shared/units': [],
  'shared/format': ['shared/units'],
  'shared/sheet': ['shared/units'],
  'shared/book': ['shared/units'],
  'shared/import': ['shared/units', 'shared/format', 'shared/book', 'shared/sheet'],
  'shared/model': ['shared/units', 'shared/book'],
  'shared/analysis': ['shared/units', 'shared/format', 'shared/book', 'shared/model'],
  'shared/project': [
    'shared/units',
    'shared/sheet',
    'shared/book',
    'shared/import',
    'shared/model',
    'shared/analysis',
  ],
  'shared/export': [
    'shared/units',
    'shared/format',
    'shared/sheet',
    'shared/book',
    'shared/import',
    'shared/model',
    'shared/analysis',
  ],
  'shared/write': ['shared/units', 'shared/book', 'shared/export'],
  'shared/ipc': ['shared/units', 'shared/book', 'shared/import', 'shared/sheet'],
} as const;

const ALL_SHARED = Object.keys(SHARED);

export const ARROWS: Readonly<Record<string, readonly string[]>> = {
  ...SHARED,
  electron: ['electron/cli', 'electron/reader', 'shared/ipc', 'shared/book', 'shared/units'],
  // The command line is the whole program without a window.
  'electron/cli': ['electron/reader', ...ALL_SHARED],
  // How a process that reads foreign files is watched, whoever starts it.
  'electron/reader': [],
  'renderer/app': [
    'renderer/bridge',
    'renderer/engine',
    'renderer/store',
    'renderer/commands',
    'renderer/views',
    'renderer/charts',
    'renderer/ui',
    'renderer/samples',
    ...ALL_SHARED,
  ],
  'renderer/bridge': ALL_SHARED,
  'renderer/engine': ALL_SHARED,
  'renderer/parser': ALL_SHARED,
  // The books that come with the app: text and titles, nothing else.
  'renderer/samples': [],
  'renderer/store': ['renderer/bridge', 'renderer/engine', ...ALL_SHARED],
  'renderer/commands': [
    'renderer/bridge',
    'renderer/engine',
    'renderer/store',
    'renderer/samples',
    ...ALL_SHARED,
  ],
  'renderer/views': [
    'renderer/engine',
    'renderer/store',
    'renderer/commands',
    'renderer/charts',
    'renderer/ui',
    'renderer/samples',
    ...ALL_SHARED,
  ],
  'renderer/charts': ['renderer/ui', ...ALL_SHARED],
  'renderer/ui': ['shared/units', 'shared/format'],
  // The entry of the page: mounts the app on the real bridge.
  renderer: ['renderer/app', 'renderer/bridge', 'renderer/ui', ...ALL_SHARED],
};

/**
 * Every package of package.json: where it may be imported (by folder; tests may import anything), or
 * 'tool' where only configuration, scripts and tests use it.
 */
export const DEPENDENCIES: Readonly<Record<string, 'tool' | readonly string[]>> = {
  electron: ['electron'],
  react: ['renderer'],
  'react-dom': ['renderer'],
  zustand: ['renderer/store', 'renderer/app', 'renderer/views'],
  immer: ['shared/project', 'renderer/store', 'renderer/commands'],
  recharts: ['renderer/charts'],
  'radix-ui': ['renderer/app', 'renderer/ui', 'renderer/views', 'renderer/charts'],
  cmdk: ['renderer/app', 'renderer/ui'],
  clsx: ['renderer'],
  'lucide-react': ['renderer'],
  '@tanstack/react-virtual': ['renderer/ui', 'renderer/views', 'renderer/charts'],
  '@fontsource-variable/inter': ['renderer'],
  // Schemas come from shared/units/schema.ts; the privileged side uses the small variant as it is.
  zod: ['shared/units', 'shared/ipc', 'electron'],
  xlsx: ['shared/sheet'],
  fflate: ['shared/sheet', 'shared/project', 'shared/write'],
  hucre: ['shared/write'],

  '@axe-core/playwright': 'tool',
  '@electron/asar': 'tool',
  '@electron/fuses': 'tool',
  '@playwright/test': 'tool',
  '@testing-library/react': 'tool',
  '@testing-library/user-event': 'tool',
  '@types/node': 'tool',
  '@types/react': 'tool',
  '@types/react-dom': 'tool',
  '@vitejs/plugin-react': 'tool',
  'electron-builder': 'tool',
  'electron-vite': 'tool',
  eslint: 'tool',
  'eslint-plugin-react-hooks': 'tool',
  'fast-check': 'tool',
  'happy-dom': 'tool',
  knip: 'tool',
  papaparse: 'tool',
  prettier: 'tool',
  tsx: 'tool',
  typescript: 'tool',
  'typescript-eslint': 'tool',
  vite: 'tool',
  vitest: 'tool',
};

/** Folders that may use Node's own modules. shared/ and renderer/ run where there are none. */
export const NODE_FOLDERS = ['electron'];
