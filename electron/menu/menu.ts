import { app, Menu, type MenuItemConstructorOptions } from 'electron';
import {
  COMMAND_MENUS,
  COMMANDS,
  type CommandDeclaration,
  type CommandId,
  type CommandMenu,
} from '../../shared/ipc/commands.ts';

/** What each menu holds beside the app's own commands: the system's, by role. */
const SYSTEM: Readonly<Record<CommandMenu, readonly MenuItemConstructorOptions[]>> = {
  File: [{ type: 'separator' }, { role: 'close' }, { role: 'quit' }],
  Edit: [
    { type: 'separator' },
    { role: 'cut' },
    { role: 'copy' },
    { role: 'paste' },
    { role: 'selectAll' },
  ],
  View: [
    { type: 'separator' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { role: 'resetZoom' },
    { role: 'togglefullscreen' },
  ],
  Go: [],
  Help: [{ role: 'about' }],
};
const DEVELOPER: readonly MenuItemConstructorOptions[] = [
  { type: 'separator' },
  { role: 'reload' },
  { role: 'toggleDevTools' },
];

/** The application menu, made from the one list of commands. */
export function applicationMenu(onCommand: (id: CommandId) => void): Menu {
  const menus = COMMAND_MENUS.map((menu): MenuItemConstructorOptions => ({
    label: menu,
    submenu: [
      ...commandItems(menu, onCommand),
      ...SYSTEM[menu],
      ...(menu === 'View' && !app.isPackaged ? DEVELOPER : []),
    ],
  }));
  const first: MenuItemConstructorOptions[] =
    process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  return Menu.buildFromTemplate([...first, ...menus]);
}

function commandItems(
  menu: CommandMenu,
  onCommand: (id: CommandId) => void,
): MenuItemConstructorOptions[] {
  const items: MenuItemConstructorOptions[] = [];
  let group: number | null = null;
  for (const command of COMMANDS) {
    if (command.menu !== menu) continue;
    if (group !== null && group !== command.group) items.push({ type: 'separator' });
    group = command.group;
    const { accelerator }: CommandDeclaration = command;
    items.push({
      id: command.id,
      label: command.label,
      click: () => onCommand(command.id),
      ...(accelerator === undefined ? {} : { accelerator }),
    });
  }
  return items;
}
