/**
 * The nonce of this document's content security policy, '' where there is none (tests). Libraries
 * that insert style elements take it; nothing else in the window may.
 */
export function nonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
}
