/** Why a file is not read. Stable, kebab-case: what tests and callers go by. */
export type RefusalCode =
  | 'empty-file'
  | 'password-protected'
  | 'not-a-table'
  | 'archive'
  | 'damaged'
  | 'no-sheets'
  | 'too-large'
  | 'hostile'
  | 'unsupported'
  | 'cancelled';

/** A file that is not read: one plain sentence (what, where, what to do). */
export interface SheetRefusal {
  readonly code: RefusalCode;
  readonly message: string;
}

/**
 * A refusal on its way out of nested parsing loops, where handing a Result through every cell would
 * cost more than the work. `readSheetFile` catches it; it never leaves `shared/sheet`.
 */
export class Refused extends Error {
  readonly code: RefusalCode;

  constructor(code: RefusalCode, message: string) {
    super(message);
    this.name = 'Refused';
    this.code = code;
  }
}
