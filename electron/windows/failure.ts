import { APP_BASE, page } from '../security/scheme.ts';

const PATH = '/failure';

/** The address of a page that says in one sentence why the app did not start. */
export function failureAddress(what: string): string {
  return `${APP_BASE}${PATH}?${new URLSearchParams({ what }).toString()}`;
}

/** Answers that address without any file: the app's own may be what is missing. */
export function failurePage(url: URL): Response | null {
  if (url.pathname !== PATH) return null;
  const what = escaped(url.searchParams.get('what') ?? '');
  return page(`<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Handoff</title>
<style nonce="%CSP_NONCE%">
  :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
  main { max-width: 36rem; margin: 20vh auto 0; padding: 0 2rem }
</style>
<main role="alert">
  <h1>Handoff could not start</h1>
  <p>Handoff could not start: ${what}. Close this window and open Handoff again; if it happens again, install it anew. Your projects are untouched.</p>
</main>
</html>`);
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
