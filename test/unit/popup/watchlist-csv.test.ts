import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fail, ok } from "../../../src/domain/failure";
import { watchlistCsv } from "../../../src/popup/watchlist-csv";
import { rowOf } from "../../fakes/popup-deps";

const HEADS = {
  ticker: "Ticker",
  company: "Company",
  date: "Date",
  close: "Close",
  currency: "Currency",
  change: "Change",
  benchmark: "Benchmark",
  difference: "vs S&P, points",
};

/** The lines of the file without its first, and without the mark before it. */
function lines(rows: Parameters<typeof watchlistCsv>[0]): string[] {
  return watchlistCsv(rows, HEADS).split("\r\n").slice(1, -1);
}

describe("the watchlist as CSV", () => {
  it("begins with a byte order mark and the heads, quoted where they hold a comma", () => {
    expect(watchlistCsv([], HEADS)).toBe(
      '\ufeffTicker,Company,Date,Close,Currency,Change (%),Benchmark,"vs S&P, points"\r\n',
    );
  });

  it("writes numbers with a point, as many decimals as the market quotes, and percent and points unrounded", () => {
    const yen = rowOf("7203.T", 2955, 0.0123456, { currency: "JPY", decimals: 0 });
    expect(lines([{ ticker: "7203.T", name: "Toyota", outcome: ok(yen) }])).toEqual([
      "7203.T,Toyota,2025-11-11,2955,JPY,1.2346,^GSPC,1.0271",
    ]);
  });

  it("leaves cells empty where there is no figure", () => {
    const alone = rowOf("ACME", 10, 0, { change: null, benchmark: { ok: false, absence: "is-benchmark" } });
    expect(
      lines([
        { ticker: "ACME", name: "Acme", outcome: ok(alone) },
        { ticker: "GONE", name: "Gone", outcome: fail({ kind: "unknown-ticker", ticker: "GONE" }) },
        { ticker: "LATE", name: "Late", outcome: undefined },
      ]),
    ).toEqual(["ACME,Acme,2025-11-11,10.00,USD,,,", "GONE,Gone,,,,,,", "LATE,Late,,,,,,"]);
  });

  it.each([
    ["=HYPERLINK(1)", `"'=HYPERLINK(1)"`],
    ["+1", `"'+1"`],
    ["-1", `"'-1"`],
    ["@SUM", `"'@SUM"`],
    [" =1", `"' =1"`],
    ["\t=1", `"'\t=1"`],
    ["\r=1", `"'\r=1"`],
    ["＝1", `"'＝1"`],
    ['Ac"me, Inc.', '"Ac""me, Inc."'],
  ])("makes no formula and no other cell of the name %j", (name, cell) => {
    expect(watchlistCsv([{ ticker: "ACME", name, outcome: undefined }], HEADS)).toContain(`\r\nACME,${cell},,,,,,\r\n`);
  });

  it("keeps each row's cells, whatever a name holds", () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const [, row] = parsed(watchlistCsv([{ ticker: "ACME", name, outcome: undefined }], HEADS));
        expect(row?.length).toBe(8);
        expect(row?.[1]?.replace(/^'/, "")).toBe(name.replace(/^'/, ""));
        expect(row?.[1]).not.toMatch(/^\s*[=+\-@]/);
      }),
    );
  });
});

/** Reads CSV by RFC 4180. */
function parsed(text: string): string[][] {
  const cells = [...text.matchAll(/("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/g)];
  const rows: string[][] = [[]];
  for (const [, cell = "", end] of cells) {
    rows.at(-1)?.push(cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell);
    if (end !== ",") rows.push([]);
  }
  return rows;
}
