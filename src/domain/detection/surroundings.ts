import { isBeforeSurname } from "./common-words";
import { isLegalFormIn, type NameToken } from "./name-keys";

/** What is named after a company that pays for it: `Allianz Arena`, `Wells Fargo Championship`; as keys. */
const VENUES = new Set(
  "arena stadium field center centre park speedway theatre theater amphitheater amphitheatre stadion championship championships invitational classic bowl".split(
    " ",
  ),
);

/** Whether the word before token `at` makes it a person's surname: `Judge Chubb`, `Lee Garmin`, `Frau Siemens`. */
export function isPerson(tokens: readonly NameToken[], at: number, surface: string): boolean {
  const before = tokens[at - 1];
  const own = tokens[at];
  if (!before || !own || own.breaks || before.bare !== undefined || !isBeforeSurname(before.key)) return false;
  return /^\.?\s+$/.test(surface.slice(before.end, own.start));
}

/** Whether the word at token `to`, after a name, makes it that of a stadium or a tournament. */
export function isVenue(tokens: readonly NameToken[], to: number, surface: string): boolean {
  const [last, next] = [tokens[to - 1], tokens[to]];
  if (!last || !next || next.breaks || last.bare !== undefined || !VENUES.has(next.key)) return false;
  return /\p{Lu}/u.test(surface.charAt(next.start));
}

/** Capitalised words that may stand beside a company without being part of another name; as keys. */
const NEIGHBOURS = new Set(
  (
    "ceo cfo coo cto cio chief president chairman chairwoman founder executive shares stock stocks us uk eu china india japan europe america " +
    "the a an but and or in on at as for from with without by to of if when while since after before during meanwhile why how what is are was will can could does did do has have had should would may " +
    "later earlier however instead although though despite because once until according among against over under perhaps maybe recently finally indeed given thus where who whether amid following through between across within beyond around about every each all any several few two three four five first second third half " +
    "both like unlike even also then now today yesterday last next this that these those its their our my your his her here there so yet still only just other more most many some not no " +
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december " +
    "buy sell hold says said reports posts beats misses cuts raises rises falls gains drops jumps slides plunges soars surges tumbles rallies earnings revenue results sales profit forecast dividend " +
    "rival rivals giant maker analysts analyst investors der die das bei von fur und mit auch le la les el los las"
  ).split(" "),
);

/** Whether capitalised words beside tokens `from` to `to` (exclusive) make them part of some other name: `Ford Foundation`, `Harrison Ford`. `isName` tells the tokens that belong to listings. */
export function isPartOfLongerName(
  tokens: readonly NameToken[],
  from: number,
  to: number,
  surface: string,
  isName: (index: number) => boolean,
): boolean {
  const possessive = tokens[to - 1]?.bare !== undefined;
  return (
    (!possessive && isStranger(tokens[to], surface) && tokens[to]?.breaks === false && !isName(to)) ||
    (isStranger(tokens[from - 1], surface) &&
      tokens[from]?.breaks === false &&
      !isName(from - 1) &&
      !/^\d/.test(tokens[from - 1]?.key ?? ""))
  );
}

/** Whether a longer company name goes on after token `to`: `Transocean Partners LLC` is not Transocean. */
export function isOtherCompany(
  tokens: readonly NameToken[],
  to: number,
  surface: string,
  isName: (index: number) => boolean,
): boolean {
  if (tokens[to - 1]?.bare !== undefined) return false;
  let at = to;
  while (at < to + MOST_STRANGERS && isStranger(tokens[at], surface) && !tokens[at]?.breaks && !isName(at)) {
    if (at > to && isLegalFormIn(surface, tokens[at])) return true;
    at += 1;
  }
  return at > to && isLegalFormIn(surface, tokens[at]) && !tokens[at]?.breaks;
}

/** Longest rest of a company's name looked at. */
const MOST_STRANGERS = 4;

function isStranger(token: NameToken | undefined, surface: string): boolean {
  if (!token || token.key === "and") return false;
  return !NEIGHBOURS.has(token.bare ?? token.key) && /[\p{Lu}\d]/u.test(surface.charAt(token.start));
}
