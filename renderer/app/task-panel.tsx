import { useApp } from '../store/use-app.tsx';
import { Button } from '../ui/button.tsx';
import { Progress } from '../ui/progress.tsx';
import { useEffect, useState } from 'react';
import './task-panel.css';

/** Shorter tasks than this, in milliseconds, show nothing: a flash would only unsettle. */
const PATIENCE = 150;

/** A long task at the lower edge, with its progress and the way to stop it. The window stays usable. */
export function TaskPanel() {
  const task = useApp(({ session }) => session.task);
  const label = task?.label ?? null;
  const [shown, setShown] = useState<string | null>(null);
  useEffect(() => {
    const timer = setTimeout(
      () => {
        setShown(label);
      },
      label === null ? 0 : PATIENCE,
    );
    return () => {
      clearTimeout(timer);
    };
  }, [label]);
  if (task === null || shown !== task.label) return null;
  return (
    <section className="task-panel" aria-label={task.label} aria-live="polite">
      <div className="task-panel__text">
        <span className="heading">{task.label}</span>
        <span className="small muted truncate">{task.detail}</span>
      </div>
      <Progress label={task.label} share={task.share} />
      {task.cancel !== null && (
        <Button kind="quiet" onClick={task.cancel}>
          Stop
        </Button>
      )}
    </section>
  );
}
