import { ChevronDown, Command, PanelRight, Redo2, Undo2 } from 'lucide-react';
import { isEnabled, runCommand, shortcutOf } from '../commands/commands.ts';
import { useAppContext } from '../commands/context.tsx';
import { isUnsaved, redoLabel, undoLabel } from '../store/selectors.ts';
import { useApp } from '../store/use-app.tsx';
import { IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { FilterChips } from './filter-chips.tsx';
import { ScenarioPicker } from './scenario-picker.tsx';

/** Project, scenario, filter, and what can be taken back: always in sight, because they change every number. */
export function TopBar() {
  const context = useAppContext();
  const { platform } = context.bridge;
  const undoes = useApp(undoLabel);
  const redoes = useApp(redoLabel);
  const explainOpen = useApp(({ preferences }) => preferences.explainOpen);
  return (
    <header className="top-bar">
      <ProjectMenu />
      <ScenarioPicker />
      <FilterChips />
      <div className="top-bar__end">
        <IconButton
          label={undoes === null ? 'Nothing to undo' : `Undo: ${undoes}`}
          shortcut={shortcutOf('edit.undo', platform)}
          icon={<Undo2 />}
          disabled={undoes === null}
          onClick={() => {
            runCommand(context, 'edit.undo');
          }}
        />
        <IconButton
          label={redoes === null ? 'Nothing to redo' : `Redo: ${redoes}`}
          shortcut={shortcutOf('edit.redo', platform)}
          icon={<Redo2 />}
          disabled={redoes === null}
          onClick={() => {
            runCommand(context, 'edit.redo');
          }}
        />
        <IconButton
          label="Command palette"
          shortcut={shortcutOf('view.palette', platform)}
          icon={<Command />}
          onClick={() => {
            runCommand(context, 'view.palette');
          }}
        />
        <IconButton
          label="Explain panel"
          shortcut={shortcutOf('view.explain', platform)}
          icon={<PanelRight />}
          pressed={explainOpen}
          onClick={() => {
            runCommand(context, 'view.explain');
          }}
        />
      </div>
    </header>
  );
}

function ProjectMenu() {
  const context = useAppContext();
  const name = useApp(({ document }) => document?.name ?? '');
  const unsaved = useApp(isUnsaved);
  const hasFile = useApp(({ session }) => session.file !== null);
  const canExport = useApp((state) => isEnabled('file.exportWorkbook', state));
  const item = (label: string, id: string, disabled = false) => ({
    label,
    disabled,
    onSelect: () => {
      runCommand(context, id);
    },
  });
  return (
    <Menu
      trigger={
        <button type="button" className="top-bar__project">
          <span className="heading truncate">{name === '' ? 'Untitled' : name}</span>
          <span className="small muted">{savedState(unsaved, hasFile)}</span>
          <ChevronDown aria-hidden="true" />
        </button>
      }
      items={[
        item('Save', 'file.save', !unsaved),
        item('Save as…', 'file.saveAs'),
        'line',
        item('Replace the book’s data…', 'file.replaceBook'),
        item('Open book…', 'file.openBook'),
        item('Open project…', 'file.openProject'),
        'line',
        item('Load assumptions…', 'file.openAssumptions'),
        item('Save assumptions…', 'file.saveAssumptions'),
        item('Export workbook…', 'file.exportWorkbook', !canExport),
        'line',
        item('Start screen', 'file.start'),
      ]}
    />
  );
}

function savedState(unsaved: boolean, hasFile: boolean): string {
  if (!hasFile) return 'Not saved yet';
  return unsaved ? 'Edited' : 'Saved';
}
