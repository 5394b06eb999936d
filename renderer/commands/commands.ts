import { COMMANDS, isCommandId, type CommandId } from '../../shared/ipc/commands.ts';
import { redo, undo } from '../store/history.ts';
import { redoLabel, undoLabel } from '../store/selectors.ts';
import type { AppState } from '../store/state.ts';
import { setSession } from '../store/store.ts';
import { changePreferences, showScreen } from '../store/view.ts';
import { closeProject } from '../store/book.ts';
import { chooseAssumptions, saveAssumptions } from './assumptions-file.ts';
import type { AppContext } from './context.tsx';
import { leaveProject } from './leave-project.ts';
import { chooseBook, chooseProject } from './open-files.ts';
import { chooseMapping, saveMapping } from './mapping-file.ts';
import { readAnew } from './mapping-memory.ts';
import { chooseReplacement } from './replace-book.ts';
import { saveProject, saveProjectAs } from './save-project.ts';

interface Intent {
  /** Whether it can be done now; always where absent. */
  readonly enabled?: (state: AppState) => boolean;
  readonly run: (context: AppContext) => unknown;
}

const hasProject = ({ document }: AppState): boolean => document !== null;
const hasBook = ({ document }: AppState): boolean => document !== null && document.book !== null;
const hasMapping = ({ document }: AppState): boolean => document?.mapping != null;

const goTo = (screen: string, enabled = hasProject): Intent => ({
  enabled,
  run: ({ store }) => {
    showScreen(store, screen);
  },
});

const theme = (chosen: 'system' | 'light' | 'dark'): Intent => ({
  run: ({ store }) => {
    changePreferences(store, { theme: chosen });
  },
});

/** What each command does: the menu, the toolbar and the palette all end here. */
const INTENTS: Readonly<Record<CommandId, Intent>> = {
  'file.openBook': { run: chooseBook },
  'file.openProject': { run: chooseProject },
  'file.replaceBook': { enabled: hasProject, run: chooseReplacement },
  'file.start': {
    enabled: hasProject,
    run: async (context) => {
      if (await leaveProject(context)) closeProject(context.store);
    },
  },
  'file.save': { enabled: hasProject, run: saveProject },
  'file.saveAs': { enabled: hasProject, run: saveProjectAs },
  'file.openAssumptions': { enabled: hasProject, run: chooseAssumptions },
  'file.saveAssumptions': { enabled: hasProject, run: saveAssumptions },
  'file.openMapping': { enabled: hasProject, run: chooseMapping },
  'file.readAnew': { enabled: hasMapping, run: readAnew },
  'file.saveMapping': { enabled: hasMapping, run: saveMapping },
  'file.exportWorkbook': goTo('export', hasBook),
  'edit.undo': {
    enabled: (state) => undoLabel(state) !== null || isTyping(),
    run: ({ store }) => (isTyping() ? document.execCommand('undo') : undo(store)),
  },
  'edit.redo': {
    enabled: (state) => redoLabel(state) !== null || isTyping(),
    run: ({ store }) => (isTyping() ? document.execCommand('redo') : redo(store)),
  },
  'view.palette': {
    run: ({ store }) => {
      setSession(store, { paletteOpen: !store.getState().session.paletteOpen });
    },
  },
  'view.explain': {
    enabled: hasProject,
    run: ({ store }) => {
      changePreferences(store, { explainOpen: !store.getState().preferences.explainOpen });
    },
  },
  'view.themeSystem': theme('system'),
  'view.themeLight': theme('light'),
  'view.themeDark': theme('dark'),
  'go.book': goTo('book'),
  'go.assumptions': goTo('assumptions'),
  'go.compare': goTo('compare'),
  'go.scenarios': goTo('scenarios'),
  'go.export': goTo('export'),
};

/** Commands that can be done now, in the order of the menu. */
export function enabledCommands(state: AppState) {
  return COMMANDS.filter(({ id }) => isEnabled(id, state));
}

export function isEnabled(id: CommandId, state: AppState): boolean {
  return INTENTS[id].enabled?.(state) ?? true;
}

/** Does what a command says, where it can be done now. Unknown names are ignored: they come from outside. */
export function runCommand(context: AppContext, id: string): void {
  if (!isCommandId(id) || !isEnabled(id, context.store.getState())) return;
  void INTENTS[id].run(context);
}

/** Undo means the typed text while a field is being edited, the project else. */
function isTyping(): boolean {
  const field = document.activeElement;
  const isText = field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement;
  return isText && field.dataset['editing'] !== 'false';
}

/** A command's key as this machine writes it: 'Ctrl+Shift+S', '⌘⇧S'. */
export function shortcutOf(id: CommandId, platform: string): string | undefined {
  const accelerator = COMMANDS.find((command) => command.id === id && 'accelerator' in command);
  if (accelerator === undefined || !('accelerator' in accelerator)) return undefined;
  return platform === 'darwin'
    ? accelerator.accelerator.replace('CmdOrCtrl', '⌘').replace('Shift', '⇧').replaceAll('+', '')
    : accelerator.accelerator.replace('CmdOrCtrl', 'Ctrl');
}
