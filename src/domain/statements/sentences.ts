import { isA, type Token } from "./token";

/** A sentence's tokens, without brackets that say nothing about figures. Offsets are UTF-16 units of the text. */
export interface Sentence {
  readonly tokens: readonly Token[];
  readonly start: number;
  readonly end: number;
}

/** The longest sentence that is read. A longer one is a list, or no prose. */
const MOST_TOKENS = 100;

/** Cuts a text's tokens into sentences. */
export function sentencesOf(tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let current: Token[] = [];
  const finish = () => {
    const [first, last] = [current[0], current.at(-1)];
    if (first && last) sentences.push({ tokens: withoutIdleBrackets(current), start: first.start, end: last.end });
    current = [];
  };
  for (const [at, token] of tokens.entries()) {
    // `Alibaba Group Holding Ltd. (BABA)`: the stop is the legal form's.
    if (token.type === "stop" && tokens[at - 1]?.subject && tokens[at + 1]?.type === "open") continue;
    if (token.type === "stop" || current.length >= MOST_TOKENS) finish();
    if (token.type !== "stop") current.push(token);
  }
  finish();
  return sentences;
}

/** Leaves out brackets with a ticker, a code or a note. Those with a figure stay. */
function withoutIdleBrackets(tokens: readonly Token[]): Token[] {
  const kept: Token[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    if (!token) break;
    const end = token.type === "open" ? tokens.findIndex(({ type }, index) => index > at && type === "shut") : -1;
    const inside = tokens.slice(at + 1, end);
    const isDate = isDateBehind(kept.at(-1), inside, tokens[end]);
    if (token.type === "open" && end > at && !isDate && isIdleBracket(inside)) {
      takeListing(kept, token, inside);
      at = end;
      continue;
    }
    kept.push(token);
  }
  return kept;
}

/** `Tuesday (Nov. 4)`, `Tuesday (11/4)`, `$160.80 (Nov. 11)`: a bracket that says which day is meant. */
function isDateBehind(last: Token | undefined, inside: readonly Token[], shut: Token | undefined): boolean {
  const isOfDay = last?.sense.weekday !== undefined;
  if (!isOfDay && last?.figure === undefined) return false;
  // Of `11/4`, only the first number is a token.
  const isBroken = isOfDay && inside.at(-1)?.figure !== undefined && inside.at(-1)?.end !== shut?.start;
  return (
    isBroken ||
    inside.some(
      ({ type, sense }) => sense.month !== undefined || type === "date" || (!isOfDay && sense.weekday !== undefined),
    )
  );
}

/**
 * Has the words before a bracket name the bracket's listing: `Alibaba Group (09988)`. If they name no listing that we
 * know, the code stands for a company of its own. Behind a figure the bracket says something about it that is not read.
 */
function takeListing(kept: Token[], bracket: Token, inside: readonly Token[]): void {
  const last = kept.at(-1);
  // `Bolt (owned by Acme)`.
  const isAbout = last?.subject !== undefined && inside.some((token) => isA(token, "of", "or", "relative"));
  if (isAbout) return;
  const listing = inside.find(({ subject }) => subject && !(last?.subject && subject.isIndex))?.subject;
  if (last?.subject) {
    const subject = last.subject.isIndex ? last.subject : { ...(listing ?? last.subject), isIntroduced: true };
    kept[kept.length - 1] = { ...last, subject };
  } else if (listing) kept.push({ ...bracket, type: "subject", subject: { ...listing, isIntroduced: true } });
  else if (inside.some(isCode)) kept.push({ ...bracket, type: "name" });
  else if (last?.figure) kept.push({ ...bracket, type: "word" });
}

/** A ticker or a number under which an exchange lists a company. */
function isCode({ type, figure }: Token): boolean {
  return type === "name" || (figure !== undefined && figure.decimals === 0 && figure.value > 99);
}

/** Whether a bracket has a ticker, a code or a note, and no figure of a listing. */
function isIdleBracket(inside: readonly Token[]): boolean {
  const figures = inside.flatMap(({ figure }) => (figure ? [figure] : []));
  const hasName = inside.some(({ type }) => type === "subject" || type === "name");
  const counts = figures.filter(({ unit, decimals }) => unit.kind !== "plain" || decimals > 0);
  if (counts.length === 0) return true;
  // `(MSFT 0.48%)` is the site's own quote of the day on which the page is read.
  return (
    hasName && counts.length === 1 && counts[0]?.sign === 0 && !inside.some((token) => isA(token, "up", "down", "at"))
  );
}
