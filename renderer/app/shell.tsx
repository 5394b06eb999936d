import { Suspense, useDeferredValue } from 'react';
import { useAppContext } from '../commands/context.tsx';
import { runCommand, shortcutOf } from '../commands/commands.ts';
import { useApp } from '../store/use-app.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { ExplainSlot } from './explain-slot.tsx';
import { SCREENS, type Screen } from './screens.tsx';
import { StatusLine } from './status-line.tsx';
import { TopBar } from './top-bar.tsx';
import './shell.css';

/** The frame around every screen of an open project. */
export function Shell() {
  const { bridge } = useAppContext();
  const chosen = useApp(({ document }) => document?.view.screen);
  const explainOpen = useApp(({ preferences }) => preferences.explainOpen);
  const screen = SCREENS.find(({ id }) => id === chosen) ?? SCREENS[0] ?? null;
  // A screen is drawn in short tasks behind the frame, which shows at once where the user is going.
  const shown = useDeferredValue(screen, null);
  if (screen === null) return null;
  const copy = (text: string): void => {
    void bridge.copyText(text);
  };
  return (
    <div className={explainOpen ? 'shell shell--explain' : 'shell'}>
      <TopBar />
      <Rail current={screen.id} />
      <main className="shell__main" aria-label={shown?.label}>
        {shown !== null && (
          <ErrorBoundary what="This screen" resetKey={shown.id} onCopy={copy}>
            <Suspense fallback={<p className="shell__loading muted">Opening {shown.label}…</p>}>
              <shown.Content />
            </Suspense>
          </ErrorBoundary>
        )}
      </main>
      {explainOpen && (
        <ErrorBoundary what="The explanation" resetKey={screen.id} onCopy={copy}>
          <ExplainSlot />
        </ErrorBoundary>
      )}
      <StatusLine />
    </div>
  );
}

function Rail({ current }: { readonly current: string }) {
  return (
    <nav className="rail" aria-label="Screens">
      {SCREENS.map((screen) => (
        <RailItem key={screen.id} screen={screen} isCurrent={screen.id === current} />
      ))}
    </nav>
  );
}

function RailItem({ screen, isCurrent }: { readonly screen: Screen; readonly isCurrent: boolean }) {
  const context = useAppContext();
  return (
    <Tooltip
      text={screen.label}
      shortcut={shortcutOf(screen.command, context.bridge.platform)}
      side="right"
    >
      <button
        type="button"
        className="rail__item"
        aria-current={isCurrent ? 'page' : undefined}
        onClick={() => {
          runCommand(context, screen.command);
        }}
      >
        {screen.icon}
        <span>{screen.label}</span>
      </button>
    </Tooltip>
  );
}
