/**
 * XML that is broken: `message` completes "the part …". Whoever knows the file and the part makes a
 * refusal of it.
 */
export class Malformed extends Error {}

/** Something legitimate that the own reader does not read with certainty: `message` says what. */
export class Unsure extends Error {}
