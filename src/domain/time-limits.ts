// Every limit on waiting for an answer, in milliseconds. The background's own limits on a question leave its answer
// time to reach the asker.

/** A page or one of our own pages waits this long for the background, so that no card waits for ever. */
export const ANSWER_LIMIT_MS = 10_000;

/**
 * Within this time the background has all figures of a question, or says why not, so that its answer still reaches the
 * asker.
 */
export const FIGURES_LIMIT_MS = 8_500;

/**
 * The sources of a question are cut off this long before its time is over, so that what they have said by then is still
 * told.
 */
export const WIND_UP_MS = 250;

/**
 * A complete answer waits this long for the home index after all else is there, because that is the least important
 * figure.
 */
export const HOME_PATIENCE_MS = 1_500;

/** An early answer waits this long for the benchmark, which is often kept and only has to be read. */
export const PATIENCE_MS = 40;

/** A search or the test of a key: one request, which may wait for its turn. */
export const QUESTION_LIMIT_MS = 8_000;

/** One attempt of a provider at a question; two of them fit into `FIGURES_LIMIT_MS` less `WIND_UP_MS`. */
export const ATTEMPT_LIMIT_MS = 4_000;

/** One reply from start to end, whoever asks for it (requirement P3). */
export const REPLY_LIMIT_MS = 10_000;

/**
 * A read or write of the browser's sync. The settings wait for one of each after a change, and whoever asks for them
 * waits behind it.
 */
export const SYNC_LIMIT_MS = 3_000;

/** A read or write of the browser's database, which never answers if another connection blocks it. */
export const DATABASE_LIMIT_MS = 2_000;
