import { app, type Session, type WebContents } from 'electron';
import { isAppUrl } from './scheme.ts';

/**
 * What a page may ask of the system: nothing but what stands here, each with its reason. Asked
 * without a frame of the app's own it is refused as well.
 */
const ALLOWED_PERMISSIONS: ReadonlySet<string> = new Set([
  // "Copy chart" and "copy error" put a picture or text on the clipboard; reading it is not allowed.
  'clipboard-sanitized-write',
]);

/** One guard for every window and session there will ever be; before the first is made. */
export function guardEverything(): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents));
  app.on('session-created', guardSession);
}

function guardContents(contents: WebContents): void {
  const stay = (event: { preventDefault(): void }): void => event.preventDefault();
  // Pages are loaded by the main process only; a page never leaves itself.
  contents.on('will-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-attach-webview', stay);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

function guardSession(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) => {
    answer(ALLOWED_PERMISSIONS.has(permission) && isAppUrl(contents.getURL()));
  });
  session.setPermissionCheckHandler(
    (contents, permission) =>
      ALLOWED_PERMISSIONS.has(permission) && contents !== null && isAppUrl(contents.getURL()),
  );
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());

  // No network: the app's own pages, and what they make in memory, is all there is to load.
  session.webRequest.onBeforeRequest((details, answer) => {
    answer({ cancel: !isInside(details.url) });
  });
  // The dictionary of the spell checker would be downloaded past webRequest.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
}

function isInside(url: string): boolean {
  return (
    isAppUrl(url) ||
    url.startsWith('data:') ||
    url.startsWith('blob:app://') ||
    // The developer tools of an unpackaged app.
    (!app.isPackaged && url.startsWith('devtools:'))
  );
}

/** Switches that keep Chromium's own services from the network; before the app is ready. */
export function silenceChromium(): void {
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'no-pings',
  ]) {
    app.commandLine.appendSwitch(name);
  }
  // Should anything ask all the same, no name resolves.
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}
