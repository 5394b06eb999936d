import type { Grid } from '../grid.ts';
import { elementsOf } from '../xml/elements.ts';

/** A sheet as the workbook lists it. */
export interface SheetEntry {
  readonly name: string;
  readonly visibility: Grid['visibility'];
  /** Id of the relationship that leads to its part. */
  readonly relationship: string;
}

/** What workbook.xml says. */
export interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  /** Days count from 1904 instead of 1900. */
  readonly date1904: boolean;
}

/** Reads workbook.xml. */
export function readWorkbookPart(part: Uint8Array): WorkbookPart {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  for (const { name, depth, attributes } of elementsOf(
    part,
    ['workbookPr', 'sheet'],
    ['name', 'state', 'id', 'date1904'],
  )) {
    if (name === 'workbookPr' && depth === 2) date1904 = isTrue(attributes.get('date1904'));
    if (name === 'sheet' && depth === 3) {
      sheets.push({
        name: attributes.get('name') ?? '',
        visibility: visibilityOf(attributes.get('state')),
        relationship: attributes.get('id') ?? '',
      });
    }
  }
  return { sheets, date1904 };
}

function visibilityOf(state: string | undefined): Grid['visibility'] {
  return state === 'hidden' || state === 'veryHidden' ? state : 'visible';
}

/** How XML writes a truth: 1 or true. */
export function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}
