import { X } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useAppStore } from '../store/use-app.tsx';
import { changePreferences } from '../store/view.ts';
import { IconButton } from '../ui/button.tsx';

const ExplainPanel = lazy(async () => {
  const { ExplainPanel: Content } = await import('../views/explain/explain-panel.tsx');
  return { default: Content };
});

/** The right panel: what the number in focus means and how it came about. */
export function ExplainSlot() {
  const store = useAppStore();
  return (
    <aside className="explain" aria-label="Explain">
      <header className="explain__head">
        <h2 className="heading">Explain</h2>
        <IconButton
          label="Close the Explain panel"
          icon={<X />}
          onClick={() => {
            changePreferences(store, { explainOpen: false });
          }}
        />
      </header>
      <div className="explain__body">
        <Suspense fallback={null}>
          <ExplainPanel />
        </Suspense>
      </div>
    </aside>
  );
}
