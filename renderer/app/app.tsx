import { lazy, Suspense, useEffect, useState, type DragEvent } from 'react';
import { AppContextProvider, type AppContext } from '../commands/context.tsx';
import { takeDropped } from '../commands/open-files.ts';
import { setSession } from '../store/store.ts';
import { StoreProvider, useApp, useAppStore } from '../store/use-app.tsx';
import { Toasts } from '../ui/toast.tsx';
import { TooltipProvider } from '../ui/tooltip.tsx';
import { ReplacementDialog } from '../views/book/replacement-dialog.tsx';
import { StartScreen } from '../views/start/start-screen.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Palette } from './palette.tsx';
import { Shell } from './shell.tsx';
import { TaskPanel } from './task-panel.tsx';
import './drop.css';

/** The window: a start screen, or the frame around an open project. */
export function App({ context }: { readonly context: AppContext }) {
  const copy = (text: string): void => {
    void context.bridge.copyText(text);
  };
  return (
    <AppContextProvider value={context}>
      <StoreProvider store={context.store}>
        <TooltipProvider>
          <News>
            <ErrorBoundary what="The window" resetKey="" onCopy={copy}>
              <DropZone context={context}>
                <Content />
              </DropZone>
              <Palette />
              <Suspense fallback={null}>
                <AccountSlot />
              </Suspense>
              <ReplacementDialog />
              <TaskPanel />
            </ErrorBoundary>
          </News>
        </TooltipProvider>
      </StoreProvider>
    </AppContextProvider>
  );
}

const AccountPage = lazy(async () => {
  const { AccountPage: Opened } = await import('../views/explain/account-page.tsx');
  return { default: Opened };
});

/** Loaded when the first account is opened. */
function AccountSlot() {
  const isOpen = useApp(({ session }) => session.account !== null);
  return isOpen && <AccountPage />;
}

function Content() {
  const isOpen = useApp(({ document }) => document !== null);
  return isOpen ? <Shell /> : <StartScreen />;
}

function News({ children }: { readonly children: React.ReactNode }) {
  const store = useAppStore();
  const notices = useApp(({ session }) => session.notices);
  return (
    <Toasts
      notices={notices}
      onDismiss={(id) => {
        const left = store.getState().session.notices.filter((notice) => notice.id !== id);
        setSession(store, { notices: left });
      }}
    >
      {children}
    </Toasts>
  );
}

function DropHint() {
  const name = useApp(({ document }) => document?.name ?? null);
  return (
    <div>
      <p className="title">Drop a book, a project or assumptions</p>
      {name !== null && (
        <p className="muted">
          A book is compared with {name === '' ? 'the open one' : name} first: replace its data, or
          open it on its own.
        </p>
      )}
    </div>
  );
}

/** Files can be dropped anywhere. */
function DropZone(props: { readonly context: AppContext; readonly children: React.ReactNode }) {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    // A drop that misses every target must not make the window show the file.
    const swallow = (event: Event): void => {
      event.preventDefault();
    };
    window.addEventListener('dragover', swallow);
    window.addEventListener('drop', swallow);
    return () => {
      window.removeEventListener('dragover', swallow);
      window.removeEventListener('drop', swallow);
    };
  }, []);
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files');
  return (
    <div
      className="drop"
      onDragEnter={(event) => {
        if (hasFiles(event)) setOver(true);
      }}
      onDragOver={(event) => {
        if (hasFiles(event)) event.preventDefault();
      }}
      onDragLeave={(event) => {
        if (event.currentTarget === event.target || event.relatedTarget === null) setOver(false);
      }}
      onDrop={(event) => {
        setOver(false);
        const files = [...event.dataTransfer.files];
        if (files.length === 0) return;
        void props.context.bridge
          .filesFromDrop(files)
          .then((refs) => takeDropped(props.context, refs));
      }}
    >
      {props.children}
      {isOver && (
        <div className="drop__veil">
          <DropHint />
        </div>
      )}
    </div>
  );
}
