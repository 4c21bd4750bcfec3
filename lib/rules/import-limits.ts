/** A CSV file as it fits into one request; several hundred rules. */
export const MOST_IMPORT_BYTES = 90_000;
export const MOST_IMPORT_RULES = 500;
/** Rules checked or saved by one request, so that none takes minutes. */
export const IMPORT_STEP = 10;
