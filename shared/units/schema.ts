import * as z from 'zod';

/**
 * The one door to zod. `jitless` must be set before the first schema is built: compiled parsers
 * need `new Function`, which the content security policy forbids, and even the probe for it would
 * be reported as a violation.
 */
z.config({ jitless: true });

export { z };
