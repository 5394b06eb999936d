/** What can fail on a user's input returns a Result; what only a programming mistake can break throws. */
export type Result<T, E> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** Wraps a success. */
export function ok<T>(value: T): Result<T, never> {
  return { ok: true, value };
}

/** Wraps a refusal. */
export function err<E>(error: E): Result<never, E> {
  return { ok: false, error };
}
