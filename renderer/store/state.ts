import type { FileRef, Preferences, RecentFile, Startup } from '../bridge/bridge.ts';
import type { RuleEffect, ScenarioResult } from '../engine/jobs.ts';
import type { LostCorrection } from '../../shared/import/carry-corrections.ts';
import type { BookChanges } from '../../shared/import/compare-books.ts';
import type { ImportResult } from '../../shared/import/types.ts';
import type { ProjectDocument, Scenario } from '../../shared/project/document.ts';
import type { SheetFile } from '../../shared/sheet/grid.ts';

/** Everything the window knows. Immutable: a slice that did not change keeps its identity. */
export interface AppState {
  /** The open project; null on the start screen. Saved. */
  readonly document: ProjectDocument | null;
  /** The user's, whatever the project. Kept by the main process. */
  readonly preferences: Preferences;
  /** Gone when the window closes. */
  readonly session: Session;
}

export interface Session {
  /** Where the project is saved; null until it has a file. */
  readonly file: FileRef | null;
  /** The document as last saved or opened, by identity: what differs from it is unsaved. */
  readonly savedAs: ProjectDocument | null;
  /** The mapping that the book was read with; null where it has to be read again. */
  readonly readWith: Pick<ProjectDocument, 'mapping' | 'asOf'> | null;
  /** A save, export or opening that goes on, with its way to stop it. */
  readonly task: Task | null;
  /** What went wrong with the last opening: a sentence that stays until the next one. */
  readonly refusal: string | null;
  /** The last good results by scenario id; kept, even while new ones come. */
  readonly results: Readonly<Record<string, ShownResult>>;
  /** Scenario ids whose results are of an earlier state: shown dimmed until the new ones come. */
  readonly stale: readonly string[];
  /** ISO time of the earlier reading that the book was read like; null where it was understood anew. */
  readonly recalledFrom: string | null;
  /** New data for the open book, read and compared, until it is taken or not. */
  readonly replacement: Replacement | null;
  /** What each potential rule would do to the leader, computed before it is chosen; null until then. */
  readonly ruleEffects: readonly RuleEffect[] | null;
  /** The number, bar or cell that the Explain panel speaks about. */
  readonly focus: Focus | null;
  /** The number or bar whose accounts are listed, after a click. */
  readonly listing: Focus | null;
  /** The account whose own figures are explained, over everything else; null where none is open. */
  readonly account: AccountFocus | null;
  readonly notices: readonly AppNotice[];
  readonly paletteOpen: boolean;
  readonly recent: readonly RecentFile[];
  /** Work a crash left, until it is taken or dropped. */
  readonly recovered: Startup['recovered'];
  /** A slider is being dragged: one undo step until it is let go. */
  readonly gesture: Gesture | null;
}

/** Figures with the state of the scenario they are of: the scenario itself may have moved on. */
export interface ShownResult extends ScenarioResult {
  readonly of: Scenario;
}

export interface Task {
  readonly label: string;
  /** 0..1, null where it can't be known. */
  readonly share: number | null;
  readonly detail: string;
  readonly cancel: (() => void) | null;
}

/** New data for the open book, with what it would change. */
export interface Replacement {
  /** The files as chosen. */
  readonly files: readonly FileRef[];
  readonly sources: readonly SheetFile[];
  readonly reading: ImportResult;
  /** Null where one of the two is no book. */
  readonly changes: BookChanges | null;
  /** Files of the book whose tables the new files don't bring, and whether they stay beside them. */
  readonly others: { readonly names: readonly string[]; readonly stay: boolean };
  /** The day that the user chose as today, and whether it stays; null where the data says it. */
  readonly today: { readonly chosen: string; readonly stays: boolean } | null;
  /** Corrections that have no place in the new data. */
  readonly lost: readonly LostCorrection[];
}

export interface AppNotice {
  readonly id: string;
  readonly tone: 'info' | 'good' | 'warning' | 'danger';
  readonly text: string;
}

/** What a number on screen is, precisely enough to explain it. */
export interface Focus {
  readonly scenario: string;
  readonly model: string;
  /** Id in the metrics registry. */
  readonly metric: string;
  /** The part of the book the number is about; absent = all of it. */
  readonly part?: BookPart | undefined;
}

/** One account under one model of a scenario. */
export interface AccountFocus {
  readonly scenario: string;
  readonly model: string;
  /** Place in the book. */
  readonly account: number;
  /** The list that it was opened from, in words. */
  readonly from: string;
}

/** A row of a breakdown: `by` names the breakdown, `key` the row; a band goes by its lower bound in days. */
export interface BookPart {
  readonly by: 'segment' | 'band' | 'motion';
  readonly key: string;
}

export interface Gesture {
  readonly key: string;
  /** The document before the gesture began: each move starts from here again. */
  readonly base: ProjectDocument;
}
