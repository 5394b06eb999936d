/** What the system says when a file cannot be used, as the end of a sentence that says what to do. */
const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'it is not there any more: choose it again',
  EACCES: 'this user may not use it: change its permissions or choose another place',
  EPERM: 'this user may not use it: change its permissions or choose another place',
  EROFS: 'the disk is read-only: choose another place',
  ENOSPC: 'the disk is full: make room and try again',
  EISDIR: 'it is a folder: choose a file',
  EBUSY: 'another program is using it: close it there and try again',
  ENAMETOOLONG: 'its name is too long: choose a shorter one',
};

/** E.g. "acme.xlsx could not be read: it is not there any more: choose it again." */
export function fileFault(name: string, verb: 'read' | 'saved', error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const reason =
    REASONS[code] ?? `the system answered ${code || 'with an error'}: try another place`;
  return `${name} could not be ${verb}: ${reason}.`;
}
