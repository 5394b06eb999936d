import { ChevronDown, Command, PanelRight, Redo2, Undo2 } from 'lucide-react';
import type { ReactNode } from 'react';
import type { CommandId } from '../../shared/ipc/commands.ts';
import { isEnabled, runCommand, shortcutOf } from '../commands/commands.ts';
import { useAppContext } from '../commands/context.tsx';
import { isUnsaved, redoLabel, undoLabel } from '../store/selectors.ts';
import type { AppState } from '../store/state.ts';
import { useApp } from '../store/use-app.tsx';
import { IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { FilterChips } from './filter-chips.tsx';
import { ScenarioPicker } from './scenario-picker.tsx';

/** Project, scenario, filter, and what can be taken back: always in sight, because they change every number. */
export function TopBar() {
  const context = useAppContext();
  const { platform } = context.bridge;
  const explainOpen = useApp(({ preferences }) => preferences.explainOpen);
  return (
    <header className="top-bar">
      <ProjectMenu />
      <ScenarioPicker />
      <FilterChips />
      <div className="top-bar__end">
        <StepButton command="edit.undo" words="undo" step={undoLabel} icon={<Undo2 />} />
        <StepButton command="edit.redo" words="redo" step={redoLabel} icon={<Redo2 />} />
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

/** Takes a step back or forth. By itself: its label follows every move of a slider, the bar does not. */
function StepButton(props: {
  readonly command: CommandId;
  readonly words: 'undo' | 'redo';
  readonly step: (state: AppState) => string | null;
  readonly icon: ReactNode;
}) {
  const { command, words, icon } = props;
  const context = useAppContext();
  const step = useApp(props.step);
  const does = words === 'undo' ? 'Undo' : 'Redo';
  return (
    <IconButton
      label={step === null ? `Nothing to ${words}` : `${does}: ${step}`}
      shortcut={shortcutOf(command, context.bridge.platform)}
      icon={icon}
      disabled={step === null}
      onClick={() => {
        runCommand(context, command);
      }}
    />
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
