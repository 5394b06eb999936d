import { BookOpen, FileOutput, Layers, Scale, SlidersHorizontal } from 'lucide-react';
import { lazy, type ComponentType, type ReactNode } from 'react';
import type { CommandId } from '../../shared/ipc/commands.ts';
import { BookScreen } from '../views/book/book-screen.tsx';

export interface Screen {
  readonly id: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly command: CommandId;
  readonly Content: ComponentType;
}

// Drawn when first visited: the window is usable before charts and editors are loaded.
const CompareScreen = lazy(async () => {
  const { CompareScreen: Content } = await import('../views/compare/compare-screen.tsx');
  return { default: Content };
});
const AssumptionsScreen = lazy(async () => {
  const { AssumptionsScreen: Content } =
    await import('../views/assumptions/assumptions-screen.tsx');
  return { default: Content };
});
const ScenariosScreen = lazy(async () => {
  const { ScenariosScreen: Content } = await import('../views/scenarios/scenarios-screen.tsx');
  return { default: Content };
});
const ExportScreen = lazy(async () => {
  const { ExportScreen: Content } = await import('../views/export/export-screen.tsx');
  return { default: Content };
});

/** The rail, in the order of thought. A screen that isn't built isn't here. */
export const SCREENS: readonly Screen[] = [
  { id: 'book', label: 'Book', icon: <BookOpen />, command: 'go.book', Content: BookScreen },
  {
    id: 'assumptions',
    label: 'Assumptions',
    icon: <SlidersHorizontal />,
    command: 'go.assumptions',
    Content: AssumptionsScreen,
  },
  {
    id: 'compare',
    label: 'Compare',
    icon: <Scale />,
    command: 'go.compare',
    Content: CompareScreen,
  },
  {
    id: 'scenarios',
    label: 'Scenarios',
    icon: <Layers />,
    command: 'go.scenarios',
    Content: ScenariosScreen,
  },
  {
    id: 'export',
    label: 'Export',
    icon: <FileOutput />,
    command: 'go.export',
    Content: ExportScreen,
  },
];
