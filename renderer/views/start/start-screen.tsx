import { FileSpreadsheet, FolderOpen, History } from 'lucide-react';
import { runCommand } from '../../commands/commands.ts';
import { useAppContext } from '../../commands/context.tsx';
import { openFiles } from '../../commands/open-files.ts';
import { dropRecovered, takeRecovered } from '../../commands/open-project.ts';
import { openSample } from '../../commands/open-sample.ts';
import { useApp } from '../../store/use-app.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { SAMPLE_BOOKS } from '../../samples/samples.ts';
import './start-screen.css';

/** The first thing seen: open a book, a sample, or what was open before. */
export function StartScreen() {
  const context = useAppContext();
  const refusal = useApp(({ session }) => session.refusal);
  return (
    <main className="start" aria-label="Start">
      <div className="start__page">
        <header className="start__head">
          <p className="small muted">Handoff</p>
          <h1 className="finding">
            Who should own the commercials of your existing customers: Sales, Customer Success, or a
            split?
          </h1>
          <p className="muted">
            Open your book of business. The answer comes from your own accounts, on this machine:
            nothing leaves it.
          </p>
        </header>
        <Recovered />
        {refusal !== null && <Banner tone="danger">{refusal}</Banner>}
        <div className="row">
          <Button
            kind="primary"
            icon={<FileSpreadsheet />}
            onClick={() => {
              runCommand(context, 'file.openBook');
            }}
          >
            Open book…
          </Button>
          <Button
            icon={<FolderOpen />}
            onClick={() => {
              runCommand(context, 'file.openProject');
            }}
          >
            Open project…
          </Button>
          <span className="small muted">
            or drop files anywhere: Excel, CSV, OpenDocument, Numbers, several at once
          </span>
        </div>
        <div className="start__columns">
          <Samples />
          <Recent />
        </div>
      </div>
    </main>
  );
}

function Recovered() {
  const context = useAppContext();
  const recovered = useApp(({ session }) => session.recovered);
  if (recovered === null) return null;
  const when = new Date(recovered.savedAt);
  return (
    <Banner
      tone="warning"
      actions={
        <>
          <Button onClick={() => void takeRecovered(context)} icon={<History />}>
            Bring it back
          </Button>
          <Button kind="quiet" onClick={() => void dropRecovered(context)}>
            Drop it
          </Button>
        </>
      }
    >
      The program ended before your last work was saved
      {Number.isNaN(when.getTime()) ? '' : ` (${when.toLocaleString()})`}.
    </Banner>
  );
}

function Samples() {
  const context = useAppContext();
  return (
    <section aria-labelledby="samples">
      <h2 id="samples" className="heading">
        Sample books
      </h2>
      <ul className="start__list">
        {SAMPLE_BOOKS.map((sample) => (
          <li key={sample.id}>
            <button
              type="button"
              className="start__item"
              onClick={() => void openSample(context, sample)}
            >
              <span className="heading">{sample.title}</span>
              <span className="small muted">{sample.teaches}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Recent() {
  const context = useAppContext();
  const recent = useApp(({ session }) => session.recent);
  return (
    <section aria-labelledby="recent">
      <h2 id="recent" className="heading">
        Recent
      </h2>
      {recent.length === 0 ? (
        <p className="small muted start__none">Books and projects you open are listed here.</p>
      ) : (
        <ul className="start__list">
          {recent.slice(0, 8).map((file) => (
            <li key={file.id}>
              <button
                type="button"
                className="start__item"
                onClick={() => void openFiles(context, [file])}
              >
                <span className="heading truncate">{file.name}</span>
                <span className="small muted truncate">
                  {file.kind === 'project' ? 'Project' : 'Book'}, {file.place}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
