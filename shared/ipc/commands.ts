/**
 * Every intent a user can have, once: the application menu, the toolbar, the palette and the
 * shortcuts are generated from this list. The main process sends a command's id when its menu item
 * is chosen; what it does is in renderer/commands, one file an intent.
 */
export interface CommandDeclaration {
  readonly id: string;
  /** As it stands in the menu, in sentence case; an ellipsis where a dialog follows. */
  readonly label: string;
  readonly menu: CommandMenu;
  /** Items of one group stand together; a line separates groups. */
  readonly group: number;
  /** In the notation of Electron: 'CmdOrCtrl+Shift+S'. */
  readonly accelerator?: string;
}

export const COMMAND_MENUS = ['File', 'Edit', 'View', 'Go', 'Help'] as const;
export type CommandMenu = (typeof COMMAND_MENUS)[number];

export const COMMANDS = [
  { id: 'file.openBook', label: 'Open book…', menu: 'File', group: 1, accelerator: 'CmdOrCtrl+O' },
  {
    id: 'file.openProject',
    label: 'Open project…',
    menu: 'File',
    group: 1,
    accelerator: 'CmdOrCtrl+Shift+O',
  },
  { id: 'file.replaceBook', label: 'Replace the book’s data…', menu: 'File', group: 1 },
  { id: 'file.start', label: 'Start screen', menu: 'File', group: 1 },
  { id: 'file.save', label: 'Save project', menu: 'File', group: 2, accelerator: 'CmdOrCtrl+S' },
  {
    id: 'file.saveAs',
    label: 'Save project as…',
    menu: 'File',
    group: 2,
    accelerator: 'CmdOrCtrl+Shift+S',
  },
  { id: 'file.openAssumptions', label: 'Load assumptions…', menu: 'File', group: 3 },
  { id: 'file.saveAssumptions', label: 'Save assumptions…', menu: 'File', group: 3 },
  { id: 'file.openMapping', label: 'Load mapping…', menu: 'File', group: 3 },
  { id: 'file.readAnew', label: 'Read the book anew', menu: 'File', group: 3 },
  { id: 'file.saveMapping', label: 'Save mapping…', menu: 'File', group: 3 },
  {
    id: 'file.exportWorkbook',
    label: 'Export workbook…',
    menu: 'File',
    group: 4,
    accelerator: 'CmdOrCtrl+E',
  },
  { id: 'edit.undo', label: 'Undo', menu: 'Edit', group: 1, accelerator: 'CmdOrCtrl+Z' },
  { id: 'edit.redo', label: 'Redo', menu: 'Edit', group: 1, accelerator: 'CmdOrCtrl+Shift+Z' },
  {
    id: 'view.palette',
    label: 'Command palette…',
    menu: 'View',
    group: 1,
    accelerator: 'CmdOrCtrl+K',
  },
  {
    id: 'view.explain',
    label: 'Explain panel',
    menu: 'View',
    group: 1,
    accelerator: 'CmdOrCtrl+I',
  },
  { id: 'view.themeSystem', label: 'Theme of the system', menu: 'View', group: 2 },
  { id: 'view.themeLight', label: 'Light theme', menu: 'View', group: 2 },
  { id: 'view.themeDark', label: 'Dark theme', menu: 'View', group: 2 },
  { id: 'go.book', label: 'Book', menu: 'Go', group: 1, accelerator: 'CmdOrCtrl+1' },
  { id: 'go.assumptions', label: 'Assumptions', menu: 'Go', group: 1, accelerator: 'CmdOrCtrl+2' },
  { id: 'go.compare', label: 'Compare', menu: 'Go', group: 1, accelerator: 'CmdOrCtrl+3' },
  { id: 'go.scenarios', label: 'Scenarios', menu: 'Go', group: 1, accelerator: 'CmdOrCtrl+4' },
  { id: 'go.export', label: 'Export', menu: 'Go', group: 1, accelerator: 'CmdOrCtrl+5' },
] as const satisfies readonly CommandDeclaration[];

export type CommandId = (typeof COMMANDS)[number]['id'];

const IDS: ReadonlySet<string> = new Set(COMMANDS.map((command) => command.id));

/** Whether a text that came from elsewhere names a command. */
export function isCommandId(text: string): text is CommandId {
  return IDS.has(text);
}
