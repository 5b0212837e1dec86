// Every limit on waiting for an answer, in milliseconds, the widest first: each leaves time for what waits on it.

/** A page or one of our own pages waits this long for the background: no card spins for ever. */
export const ANSWER_LIMIT_MS = 10_000;

/**
 * The background has all figures of one question together by then, or says why not: the asker must still hear of it.
 */
export const FIGURES_LIMIT_MS = 8_500;

/** A whole answer waits this long for the home index once all else is there: it is the least of its figures. */
export const HOME_PATIENCE_MS = 1_500;

/** An early answer waits this long for the benchmark, which is often kept and then only a read away. */
export const PATIENCE_MS = 40;

/** A search or the test of a key: one request, which may wait for its turn. */
export const QUESTION_LIMIT_MS = 8_000;

/** One provider's attempt at one question: two of them fit into `FIGURES_LIMIT_MS`. */
export const ATTEMPT_LIMIT_MS = 4_000;

/** One reply from start to end, whoever asks for it (requirement P3). */
export const REPLY_LIMIT_MS = 10_000;

/** The browser's own database: one that another connection blocks never answers. */
export const DATABASE_LIMIT_MS = 2_000;
