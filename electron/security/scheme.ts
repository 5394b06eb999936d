import { protocol, type Session } from 'electron';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { appHeaders } from './headers.ts';

export const APP_SCHEME = 'app';
export const APP_HOST = 'handoff';
/** Where the app's pages live. `origin` of such a URL is 'null' in Node: compare scheme and host. */
export const APP_BASE = `${APP_SCHEME}://${APP_HOST}`;

/** Declares the scheme; before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true },
    },
  ]);
}

/** Whether a URL is one of the app's own. */
export function isAppUrl(url: string): boolean {
  return URL.canParse(url) && new URL(url).protocol === `${APP_SCHEME}:`
    ? new URL(url).host === APP_HOST
    : false;
}

/** Answers a request by itself, or null to let the app's files answer. */
export type Route = (url: URL) => Response | null;

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
  wasm: 'application/wasm',
};

/**
 * Serves the built pages to a session under app://handoff/. Every document gets a nonce of its own,
 * for the style elements that its component library adds.
 */
export function serveApp(session: Session, folder: string, route: Route = () => null): void {
  session.protocol.handle(APP_SCHEME, async (request) => {
    const url = new URL(request.url);
    if (url.host !== APP_HOST || request.method !== 'GET') return refused(404);
    const own = route(url);
    if (own !== null) return own;
    const file = fileFor(folder, url.pathname);
    if (file === null) return refused(404);
    try {
      return await appFile(file);
    } catch {
      return refused(404);
    }
  });
}

/** The file a path names; null where it would leave the folder or is of no kind the app has. */
function fileFor(folder: string, path: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return null;
  }
  const file = normalize(join(folder, decoded));
  return file.startsWith(folder + sep) && !decoded.includes('\0') && typeOf(file) !== undefined
    ? file
    : null;
}

function typeOf(file: string): string | undefined {
  return TYPES[file.slice(file.lastIndexOf('.') + 1)];
}

async function appFile(file: string): Promise<Response> {
  const bytes = await readFile(file);
  return file.endsWith('.html')
    ? page(bytes.toString('utf8'))
    : new Response(bytes, { headers: appHeaders(typeOf(file) ?? '') });
}

/** A document, with its nonce in the header and where the page asks for it. */
export function page(html: string): Response {
  const nonce = randomBytes(16).toString('base64');
  return new Response(html.replaceAll('%CSP_NONCE%', nonce), {
    headers: appHeaders('text/html; charset=utf-8', nonce),
  });
}

function refused(status: number): Response {
  return new Response(null, { status, headers: appHeaders('text/plain') });
}
