import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { EXCHANGES, type ExchangeId } from "../../../../../src/domain/exchange";
import { createCalendar } from "../../../../../src/domain/market/calendar/calendar";
import { DAYS_BY_SUFFIX, EXCHANGE_SESSIONS } from "../../../../../src/domain/market/calendar/exchange-sessions";
import { addDays } from "../../../../../src/domain/market/calendar-day";

/** Facts about exchanges collected by others, beside the repository where somebody has them. */
const FACTS = fileURLToPath(
  new URL("../../../../../../shared/market-data/calendar/exchanges-2024-2027.json", import.meta.url),
);

interface Facts {
  readonly close: string;
  readonly weekdays: readonly number[];
  readonly through: string;
  readonly closed: readonly string[];
  readonly extra?: readonly string[];
  readonly early: Readonly<Record<string, string>>;
}

const BY_EXCHANGE: Readonly<Record<string, readonly ExchangeId[]>> = {
  XLON: ["LSE"],
  XETR: ["XETRA", "FRANKFURT"],
  XPAR: ["PARIS"],
  XAMS: ["AMSTERDAM"],
  XBRU: ["BRUSSELS"],
  XLIS: ["LISBON"],
  XMIL: ["MILAN"],
  XMAD: ["MADRID"],
  XSWX: ["SIX"],
  XSTO: ["STOCKHOLM"],
  XCSE: ["COPENHAGEN"],
  XHEL: ["HELSINKI"],
  XOSL: ["OSLO"],
  XWBO: ["VIENNA"],
  XTSE: ["TSX", "TSXV", "CSE"],
  BVMF: ["SAOPAULO"],
  XMEX: ["MEXICO"],
  XTKS: ["TOKYO"],
  XHKG: ["HONGKONG"],
  XSHG: ["SHANGHAI", "SHENZHEN"],
  XKRX: ["KOREA", "KOSDAQ"],
  XTAI: ["TAIPEI"],
  XSES: ["SINGAPORE"],
  XBOM: ["NSE", "BSE"],
  XASX: ["ASX"],
  XNZE: ["NZX"],
  XJSE: ["JOHANNESBURG"],
  XTAE: ["TELAVIV"],
  XSAU: ["TADAWUL"],
};
const BY_SUFFIX: Readonly<Record<string, string>> = {
  XDUB: "IR",
  XWAR: "WA",
  XIST: "IS",
  XBUE: "BA",
  XSGO: "SN",
  XIDX: "JK",
  XBKK: "BK",
  XKLS: "KL",
  XPHS: "PS",
};

/** Where we know better than the collection: the exchange's own notices. */
const OURS: Readonly<Record<string, readonly string[]>> = {
  // Two Saturdays of disaster drills, the Muhurat hours, and Budget Sunday.
  XBOM: ["2024-03-02", "2024-05-18", "2024-11-01", "2025-10-21", "2026-02-01", "2026-11-08"],
  // The eves of Christmas, New Year and the lunar New Year are half days.
  XSES: ["2024-02-09", "2024-12-24", "2024-12-31", "2025-01-28", "2025-12-24", "2025-12-31"].concat([
    "2026-02-16",
    "2026-12-24",
    "2026-12-31",
    "2027-02-05",
    "2027-12-24",
    "2027-12-31",
  ]),
  // The day of the university entrance exam.
  XKRX: ["2024-11-14"],
  // Days of elections.
  XJSE: ["2024-05-29", "2026-11-04"],
};

/** The collection ends these early closes before the closing auction, as it does the regular ones. */
const AUCTION_MINUTES: Readonly<Record<string, number>> = { XHKG: 10, XOSL: 5, XMAD: 5 };

const exchanges: Readonly<Record<string, Facts>> = existsSync(FACTS)
  ? JSON.parse(readFileSync(FACTS, "utf8")).exchanges
  : {};

describe.skipIf(!existsSync(FACTS))("our calendars agree with the collected facts, day by day", () => {
  const cases = [
    ...Object.entries(BY_EXCHANGE).flatMap(([mic, ids]) => ids.map((id) => [mic, id] as const)),
    ...Object.entries(BY_SUFFIX),
  ];
  test.each(cases)("%s: %s", (mic, name) => {
    const facts = exchanges[mic];
    if (!facts) throw new Error(`no facts about ${mic}`);
    const days =
      name in EXCHANGES ? EXCHANGE_SESSIONS[name as keyof typeof EXCHANGE_SESSIONS].days : DAYS_BY_SUFFIX[name]?.days;
    if (!days) throw new Error(`no days of ${name}`);
    const calendar = createCalendar(days);
    const last = [facts.through, calendar.knownUntil ?? ""].sort()[0] ?? "";
    const differing: string[] = [];
    // The collection begins with the second of January; it lacks Seoul's lunar holidays from 2025 on.
    for (let date = "2024-01-02"; date <= (mic === "XKRX" ? "2024-12-31" : last); date = addDays(date, 1)) {
      if (OURS[mic]?.includes(date)) continue;
      const early = facts.early[date];
      const expected = isSession(mic, facts, date)
        ? early
          ? later(early, AUCTION_MINUTES[mic] ?? 0)
          : "regular"
        : "none";
      const ours = calendar.expects(date) ? (calendar.unusualClose(date) ?? "regular") : "none";
      if (ours !== expected) differing.push(`${date}: ${ours} instead of ${expected}`);
    }
    expect(differing).toEqual([]);
  });
});

test.skipIf(existsSync(FACTS))("no facts beside the repository: our calendars are not compared", () => undefined);

function isSession(mic: string, { weekdays, closed, extra }: Facts, date: string): boolean {
  const weekday = new Date(`${date}T12:00:00Z`).getUTCDay() || 7;
  // Tel Aviv changed its week; the collection says so in a note.
  const week = mic === "XTAE" && date >= "2026-01-05" ? [1, 2, 3, 4, 5] : weekdays;
  return (extra?.includes(date) ?? false) || (week.includes(weekday) && !closed.includes(date));
}

function later(time: string, minutes: number): string {
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  const total = hour * 60 + minute + minutes;
  return `${String(Math.floor(total / 60)).padStart(2, "0")}:${String(total % 60).padStart(2, "0")}`;
}
