import { join } from 'node:path';

// Relative to the bundled main process, out/main/main.js.
const OUT = join(import.meta.dirname, '..');

export const RENDERER_FOLDER = join(OUT, 'renderer');
export const WINDOW_PRELOAD = join(OUT, 'preload/window.cjs');
export const PARSER_PRELOAD = join(OUT, 'preload/parser.cjs');
