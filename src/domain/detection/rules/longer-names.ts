import { isLegalFormIn, type NameToken } from "../names/name-keys";

/** Keys of capitalised words that may be beside a company without being part of another name. */
const NEIGHBOURS = new Set(
  (
    "ceo cfo coo cto cio chief president chairman chairwoman founder executive shares stock stocks us uk eu china india japan europe america " +
    "the a an but and or in on at as for from with without by to of if when while since after before during meanwhile why how what is are was will can could does did do has have had should would may " +
    "later earlier however instead although though despite because once until according among against over under perhaps maybe recently finally indeed given thus where who whether amid following through between across within beyond around about every each all any several few two three four five first second third half " +
    "both like unlike even also then now today yesterday last next this that these those its their our my your his her here there so yet still only just other more most many some not no " +
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december " +
    "buy sell hold says said reports posts beats misses cuts raises rises falls gains drops jumps slides plunges soars surges tumbles rallies earnings revenue results sales profit forecast dividend " +
    "rival rivals giant maker analysts analyst investors der die das dem den des im am bei von fur und mit auch " +
    "le la les chez pour avec el los las il lo gli o os no na nos nas ao de het een"
  ).split(" "),
);

/**
 * Whether capitalised words beside tokens `from` to `to` (exclusive) make them part of some other name: `Ford
 * Foundation`, `Harrison Ford`. `isName` tells the tokens that belong to listings.
 */
export function isPartOfLongerName(
  tokens: readonly NameToken[],
  from: number,
  to: number,
  phrase: string,
  isName: (index: number) => boolean,
): boolean {
  const possessive = tokens[to - 1]?.bare !== undefined;
  return (
    (!possessive && isStranger(tokens[to], phrase) && tokens[to]?.breaks === false && !isName(to)) ||
    (isStranger(tokens[from - 1], phrase) &&
      tokens[from]?.breaks === false &&
      // `Finland’s Kone`.
      tokens[from - 1]?.bare === undefined &&
      !isName(from - 1) &&
      !/^\d/.test(tokens[from - 1]?.key ?? ""))
  );
}

/** Whether a longer company name goes on after token `to`: `Transocean Partners LLC` is not Transocean. */
export function isOtherCompany(
  tokens: readonly NameToken[],
  to: number,
  phrase: string,
  isName: (index: number) => boolean,
): boolean {
  if (tokens[to - 1]?.bare !== undefined) return false;
  let at = to;
  while (at < to + MOST_STRANGERS && isStranger(tokens[at], phrase) && !tokens[at]?.breaks && !isName(at)) {
    if (at > to && isLegalFormIn(phrase, tokens[at])) return true;
    at += 1;
  }
  return at > to && isLegalFormIn(phrase, tokens[at]) && !tokens[at]?.breaks;
}

/** A longer name's end is looked at for this many words. */
const MOST_STRANGERS = 4;

function isStranger(token: NameToken | undefined, phrase: string): boolean {
  if (!token || token.key === "and") return false;
  return !NEIGHBOURS.has(token.bare ?? token.key) && /[\p{Lu}\d]/u.test(phrase.charAt(token.start));
}
