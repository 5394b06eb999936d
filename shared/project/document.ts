import type { Book } from '../book/book.ts';
import type { ImportResult, Mapping } from '../import/types.ts';
import type { Assumptions, ModelId, RoleId } from '../model/assumptions/types.ts';
import type { SheetFile } from '../sheet/grid.ts';

/**
 * Everything of a project that is saved. Results are never here: they are derived. A slice that did
 * not change keeps its identity, which is how saving knows what it need not encode again.
 */
export interface ProjectDocument {
  /** What the user calls the project; '' until it has a name. */
  readonly name: string;
  /** The book as read, before any filling in; null until one is opened. */
  readonly book: Book | null;
  /** The source tables as read, so that the mapping can be corrected later without the files. */
  readonly sources: readonly SheetFile[];
  readonly mapping: Mapping | null;
  /** What the reading said: issues, rules and their effects, where each field came from. */
  readonly report: ImportReport | null;
  /** ISO date that counts as today for contracts and renewals; null = taken from the book. */
  readonly asOf: string | null;
  /** Whether the user has answered who leads renewals and upsell today, be it with "not said". */
  readonly todayAnswered: boolean;
  /**
   * What one unit of the assumptions' currency is worth in the book's; null until the user says.
   * Needed only where the two differ.
   */
  readonly currencyRate: number | null;
  /** Never empty. */
  readonly scenarios: readonly Scenario[];
  /** Id of the scenario on screen; always one of `scenarios`. */
  readonly activeScenario: string;
  readonly view: ViewState;
  readonly history: History;
}

/** The slices of a document that edits, undo and the journal act on: plain JSON, no columns. */
export type EditableDocument = Omit<ProjectDocument, 'book' | 'sources' | 'report' | 'history'>;

/** The reading without the book and the mapping, which are slices of their own. */
export type ImportReport = Omit<ImportResult, 'book' | 'mapping'>;

/** A named set of assumptions, models and filters. */
export interface Scenario {
  /** Unique in the project, never shown. */
  readonly id: string;
  readonly name: string;
  /** Complete: a later change of the defaults does not change a saved scenario. */
  readonly assumptions: Assumptions;
  /**
   * Overrides that the user took out of proportion to their base figure, as assumption paths
   * ("models.allCsm.roles.csm.ote"): a change of the base leaves these alone.
   */
  readonly unlinked: readonly string[];
  /** The models compared, in the order of the columns. */
  readonly models: readonly ModelId[];
  readonly filter: BookFilter;
}

/**
 * Which accounts take part. An empty list lets everything pass; within a list any value passes
 * ("North or South"), between lists all must ("North and Large"). '' stands for "not given".
 */
export interface BookFilter {
  /** Segments and bands are those after filling in: they depend on the scenario's assumptions. */
  readonly segments: readonly string[];
  readonly regions: readonly string[];
  readonly industries: readonly string[];
  readonly owners: readonly OwnerChip[];
  /** Cycle bands by their lower bound in days: 0, 30, 90, 180, 365. */
  readonly bands: readonly number[];
}

/** One owner in one role. */
export interface OwnerChip {
  readonly role: RoleId;
  readonly name: string;
}

/** Where the user was: restored when the project is opened again. */
export interface ViewState {
  /** Id of the screen. */
  readonly screen: string;
  /** Choices made on screens (sort orders, tabs, the model looked at), by the screen's own key. */
  readonly choices: Readonly<Record<string, string | number | boolean | null>>;
}

/** The undo log: `past` from oldest to newest, `future` from the next redo onwards. */
export interface History {
  readonly past: readonly HistoryEntry[];
  readonly future: readonly HistoryEntry[];
}

/** One thing the user did. Both directions are patches of the editable document. */
export interface HistoryEntry {
  /** What was done, in the user's words: "CSM pay to $130,000". */
  readonly label: string;
  readonly redo: readonly DocumentPatch[];
  readonly undo: readonly DocumentPatch[];
}

/** A change of one place of the editable document, the shape immer makes and applies. */
export interface DocumentPatch {
  readonly op: 'add' | 'remove' | 'replace';
  readonly path: readonly (string | number)[];
  /** Absent when removing. */
  readonly value?: unknown;
}

/** A filter that lets every account pass. */
export const NO_FILTER: BookFilter = {
  segments: [],
  regions: [],
  industries: [],
  owners: [],
  bands: [],
};

/** The undo log of a new project. */
export const NO_HISTORY: History = { past: [], future: [] };
