/** A letter, digit or mark that no western European language has; signs, arrows and most emoji are none. */
const notWestern =
  /[^\0-\xa9\xab-\xb1\xb4\xb6-\xb8\xbb\xbf-\xff\u2000-\u206f\u20a0-\u20bf\u2122\u2190-\u245f\u2500-\u2775\u2794-\u2bff\udc00-\udfff\ud83d\ud83e]/;

/** Letters of western European languages, as insides of a character class. */
export const WESTERN = { capital: "A-ZÀ-ÖØ-Þ", small: "a-zß-öø-ÿ", letter: "A-Za-zÀ-ÖØ-öø-ÿ" } as const;

/**
 * Whether a text holds western European letters only, as nearly all do: patterns of them are made and run in a
 * fraction of the time that the tables of all scripts take.
 */
export function isWestern(text: string): boolean {
  return !notWestern.test(text);
}
