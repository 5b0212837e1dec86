import { isBoundary, isComma } from "./clauses";
import { isA, type Token } from "./token";

/** Which session the words of a sentence name. */
export type SessionDay =
  | { readonly kind: "today" | "yesterday" | "latest" | "next" }
  /** The session before `of`; if that is null, the one before the article's own. */
  | { readonly kind: "previous"; readonly of: SessionDay | null }
  /** 0 for Sunday to 6. */
  | { readonly kind: "weekday"; readonly weekday: number; readonly isPast?: boolean }
  | {
      readonly kind: "date";
      readonly day: number;
      readonly month: number | null;
      readonly year: number | null;
      /** The weekday that is named beside the date, 0 for Sunday; absent if none is. */
      readonly weekday?: number;
    };

/** The session as the sentence names it, with its words. */
export interface SessionWords {
  readonly stated: string;
  readonly day: SessionDay;
}

/** A day that a sentence names, and the token that names it. */
export interface NamedDay extends SessionWords {
  readonly index: number;
}

/** Finds all days that a sentence names, in text order. */
export function daysIn(tokens: readonly Token[], text: string): NamedDay[] {
  const days = tokens.flatMap((_, index): NamedDay[] => {
    const day = dayAt(tokens, index, text);
    return day ? [{ ...day, index }] : [];
  });
  return days.map((named) => dateOfWeekday(named, days, tokens) ?? named);
}

/** The most tokens between a weekday and its date: `Tuesday, the 4th of November`. */
const MOST_BETWEEN = 4;

/** The date that stands beside a weekday and says which one is meant: `Tuesday, Nov. 4`; null without one. */
function dateOfWeekday(named: NamedDay, days: readonly NamedDay[], tokens: readonly Token[]): NamedDay | null {
  if (named.day.kind !== "weekday") return null;
  const { weekday } = named.day;
  const mayStand = (token: Token) =>
    isComma(token) ||
    /open|shut/.test(token.type) ||
    (token.figure !== undefined && token.figure.value <= 31) ||
    (isA(token, "filler", "of") && !isA(token, "from", "and"));
  const date = days.find(({ day, index }) => {
    if (day.kind !== "date") return false;
    const between = tokens.slice(Math.min(index, named.index) + 1, Math.max(index, named.index));
    return between.length <= MOST_BETWEEN && between.every(mayStand);
  });
  return date?.day.kind === "date" ? { ...named, day: { ...date.day, weekday } } : null;
}

/**
 * The session that the sentence names for the figure at `at`: in its clause, else before it, else after it; null if
 * there is none.
 */
export function sessionWords(tokens: readonly Token[], at: number, days: readonly NamedDay[]): NamedDay | null {
  const places = days.filter(({ index }) => isOfFigure(tokens, index, at));
  if (places.length === 0) return null;
  const parted = (index: number) => {
    const [from, to] = index < at ? [index, at] : [at, index];
    const between = tokens.slice(from + 1, to);
    // `rose 1 % on Monday; it fell 3 % to $31 on Tuesday`: a semicolon parts more than a comma.
    const boundaries = between.filter(isBoundary).length + between.filter(({ type }) => type === "semicolon").length;
    return boundaries * 2 + (index > at && between.some(({ figure }) => figure) ? 3 : 0);
  };
  const [nearest] = places.sort(
    (a, b) => parted(a.index) - parted(b.index) || Math.abs(a.index - at) - Math.abs(b.index - at),
  );
  return nearest ?? null;
}

/**
 * Whether a day can be that of the figure, and not one that it is compared with, that belongs to another figure, or
 * that is of an earlier event.
 */
function isOfFigure(tokens: readonly Token[], index: number, at: number): boolean {
  if (isA(tokens[index - 1], "from") && !isA(tokens[index - 1], "of")) return false;
  if (index < at) return true;
  const between = tokens.slice(at + 1, index);
  const kind = tokens[at]?.figure?.unit.kind;
  return !between.some((token) => token.figure?.unit.kind === kind || (isBoundary(token) && isA(token, "clause")));
}

/** Behind a number of days, which is no date: `3日ぶり`, `4日累升`, `3일째`. */
const COUNTED_DAYS = /^ ?(?:ぶり|続|連|间|間|累|以|均|移|新|線|线|만에|째|연속|간|동안|이동)/;

const DAY_OF_MONTH = /^(\d{1,2})(?:st|nd|rd|th|日|일|\.)?$/;

function dayAt(tokens: readonly Token[], index: number, text: string): SessionWords | null {
  const token = tokens[index];
  if (!token) return null;
  const stated = text.slice(token.start, token.end);
  const { weekday, month } = token.sense;
  if (token.type === "date") return dateOf(stated);
  if (month !== undefined) return dateBeside(tokens, index, month, text);
  if (token.figure) return asianDate(token, tokens[index - 1], text);
  if (weekday !== undefined) {
    // `terça-feira (4)`: the day of the month.
    const [, day] = /^[ \u00a0]?\((\d{1,2})\)/.exec(text.slice(token.end, token.end + 5)) ?? [];
    if (day) return { stated, day: { kind: "date", day: Number(day), month: null, year: null, weekday } };
    return { stated, day: { kind: "weekday", weekday, ...pastBeside(tokens, index) } };
  }
  if (isA(token, "before-yesterday")) return { stated, day: { kind: "previous", of: { kind: "yesterday" } } };
  for (const kind of ["latest", "yesterday", "today", "next"] as const) {
    if (isA(token, kind)) return { stated, day: { kind } };
  }
  return null;
}

/** `last Tuesday`, `mardi dernier`: some mean the latest one, some the one of the week before. */
function pastBeside(tokens: readonly Token[], index: number): { readonly isPast?: true } {
  return isA(tokens[index - 1], "past") || isA(tokens[index + 1], "past") ? { isPast: true } : {};
}

/** `2025-11-11`, `11.11.2025`, `11.11.`. */
function dateOf(stated: string): SessionWords | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(stated);
  if (iso) return { stated, day: { kind: "date", day: Number(iso[3]), month: Number(iso[2]), year: Number(iso[1]) } };
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})?$/.exec(stated);
  if (!dotted) return null;
  const written = dotted[3] === undefined ? null : Number(dotted[3]);
  const year = written !== null && written < 100 ? 2000 + written : written;
  return { stated, day: { kind: "date", day: Number(dotted[1]), month: Number(dotted[2]), year } };
}

/** `Nov. 11`, `28 April 2014`, `am 18. Dezember`, `4th of November`. */
function dateBeside(tokens: readonly Token[], index: number, month: number, text: string): SessionWords | null {
  const first = isA(tokens[index - 1], "of") ? index - 2 : index - 1;
  const [before, after] = [tokens[first], tokens[index + 1]];
  const number = (token: Token | undefined) =>
    token?.figure && token.figure.decimals === 0 && /plain|other/.test(token.figure.unit.kind)
      ? token.figure.value
      : null;
  const days = [number(after), number(before)];
  const place = days.findIndex((value) => value !== null && value >= 1 && value <= 31);
  const day = days[place];
  if (day === undefined || day === null) return null;
  const from = place === 0 ? index : first;
  const to = place === 0 ? index + 1 : index;
  const yearPlace = tokens[to + 1]?.type === "comma" ? to + 2 : to + 1;
  const year = number(tokens[yearPlace]);
  const isYear = year !== null && year > 1990 && year < 2100;
  const end = tokens[isYear ? yearPlace : to]?.end ?? 0;
  const stated = text.slice(tokens[from]?.start ?? 0, end);
  return { stated, day: { kind: "date", day, month, year: isYear ? year : null } };
}

/** `27日`, `7月24日`, `27일`. */
function asianDate(token: Token, before: Token | undefined, text: string): SessionWords | null {
  const stated = text.slice(token.start, token.end);
  const found = DAY_OF_MONTH.exec(stated);
  if (!found || !/[日일]$/.test(stated) || COUNTED_DAYS.test(text.slice(token.end, token.end + 3))) return null;
  const month = before?.figure ? /^(\d{1,2})[月월]$/.exec(text.slice(before.start, before.end)) : null;
  return { stated, day: { kind: "date", day: Number(found[1]), month: month ? Number(month[1]) : null, year: null } };
}
