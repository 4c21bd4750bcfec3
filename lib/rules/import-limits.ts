/** A CSV file (CONTRACT §3: imports at most 2 MB). */
export const MOST_IMPORT_BYTES = 2_000_000;
export const MOST_IMPORT_RULES = 2_000;
/** Rules checked or saved by one request, so that none takes minutes. */
export const IMPORT_STEP = 10;
