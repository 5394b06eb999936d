import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import { builtinModules } from 'node:module';
import ts from 'typescript';
import { ARROWS, DEPENDENCIES, NODE_FOLDERS } from './table.ts';

export const ROOT = resolve(import.meta.dirname, '../..');

/** One import as written: `target` is a project file ('shared/book/book.ts') or a bare name. */
export interface Import {
  readonly from: string;
  readonly target: string;
  readonly local: boolean;
}

/** Source files below the project's layer folders, relative to the root with '/' between. */
export function sourceFiles(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => posix.join(folder, name.split('\\').join('/')))
      .filter((name) => /\.(ts|tsx|mjs)$/.test(name)),
  );
}

/** Imports of a file: static, dynamic, type-only, and workers named by `new URL(…, import.meta.url)`. */
export function importsOf(file: string, text = readFileSync(join(ROOT, file), 'utf8')): Import[] {
  const names = ts.preProcessFile(text, true, true).importedFiles.map((found) => found.fileName);
  for (const match of text.matchAll(/new URL\(\s*'(\.[^']+)',\s*import\.meta\.url/g)) {
    names.push(match[1] ?? '');
  }
  return names.map((name) => {
    const plain = name.replace(/\?.*$/, '');
    if (!plain.startsWith('.')) return { from: file, target: plain, local: false };
    const target = posix.normalize(posix.join(posix.dirname(file), plain));
    return { from: file, target, local: true };
  });
}

/** The most specific layer of the table that a file lies in; null for a folder nobody classified. */
export function layerOf(file: string): string | null {
  const folders = dirname(file).split('/');
  for (let depth = folders.length; depth > 0; depth--) {
    const folder = folders.slice(0, depth).join('/');
    if (!(folder in ARROWS)) continue;
    // A folder below shared/ or renderer/ is a layer of its own and needs its own row.
    if (folder === 'renderer' && depth < folders.length) return null;
    return folder;
  }
  return null;
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/');
}

function inside(file: string, folder: string): boolean {
  return file.startsWith(`${folder}/`);
}

/** What is wrong with one import by the table, as a sentence; null when it is allowed. */
export function faultOf({ from, target, local }: Import): string | null {
  const layer = layerOf(from);
  if (layer === null) return `${from}: its folder is not in the table of layers`;
  // What the program is called and which version it is lies outside of all layers.
  if (target === 'package.json') return null;
  if (local) {
    const other = layerOf(target);
    if (other === null) return `${from} imports ${target}, which lies in no layer`;
    if (layer === other || ARROWS[layer]?.includes(other)) return null;
    // Parts of the privileged shell may use each other; the command line keeps its own list.
    return `${from} imports ${target}: ${layer} may not import ${other}`;
  }
  if (target.startsWith('node:') || builtinModules.includes(packageOf(target))) {
    return NODE_FOLDERS.some((folder) => inside(from, folder))
      ? null
      : `${from} imports ${target}: only ${NODE_FOLDERS.join(', ')} may use Node`;
  }
  const allowed = DEPENDENCIES[packageOf(target)];
  if (allowed === undefined) return `${from} imports ${target}, an unclassified dependency`;
  if (allowed === 'tool') return `${from} imports ${target}, which is for tools and tests only`;
  return allowed.some((folder) => inside(from, folder))
    ? null
    : `${from} imports ${target}: only ${allowed.join(', ')} may`;
}

/** Circles in a graph of files, each as the path that closes. */
export function circles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const done = new Set<string>();
  const path: string[] = [];
  const visit = (file: string): void => {
    const at = path.indexOf(file);
    if (at >= 0) {
      found.push([...path.slice(at), file]);
      return;
    }
    if (done.has(file)) return;
    path.push(file);
    for (const next of graph.get(file) ?? []) visit(next);
    path.pop();
    done.add(file);
  };
  for (const file of graph.keys()) visit(file);
  return found;
}

/** Local imports that name no file. */
export function missing(imports: readonly Import[]): string[] {
  return imports
    .filter(({ target, local }) => local && !existsSync(join(ROOT, target)))
    .map(({ from, target }) => `${from} imports ${relative(ROOT, join(ROOT, target))}, not there`);
}
