import { expect, test } from "vitest";
import type { ProviderId } from "../../../../src/providers/catalogue";
import type { TextReply } from "../../../../src/providers/fetch-text";
import { createWorld, OWN_PAGE } from "../../../fakes/comparisons";
import { marketReplies } from "../../../fakes/market-replies";
import { reply } from "../../../fakes/network";

/** The last is the price at which the share trades while the session of Wednesday runs. */
const DAYS: readonly (readonly [string, number])[] = [
  ["2025-11-10", 101],
  ["2025-11-11", 102],
  ["2025-11-12", 105],
];

function twelveData(url: URL): TextReply {
  const symbols = (url.searchParams.get("symbol") ?? "").split(",");
  const values = DAYS.toReversed().map(([datetime, close]) => ({ datetime, close: String(close) }));
  const series = (symbol: string) => ({ meta: { symbol, interval: "1day" }, values, status: "ok" });
  const [one = "", ...others] = symbols;
  return reply(
    JSON.stringify(others.length === 0 ? series(one) : Object.fromEntries(symbols.map((name) => [name, series(name)]))),
  );
}

function massive(url: URL): TextReply {
  const name = url.pathname.split("/").at(-1) ?? "";
  const stamp = (date: string) => Date.parse(`${date}T05:00:00Z`);
  const ofDay = DAYS.filter(([date]) => date === name);
  const results = url.pathname.includes("/grouped/")
    ? ["TSTA", "TSTB", "SPY"].flatMap((T) => ofDay.map(([date, c]) => ({ T, c, t: stamp(date) })))
    : DAYS.map(([date, c]) => ({ c, t: stamp(date) }));
  return reply(JSON.stringify({ status: "OK", resultsCount: results.length, results }));
}

const ANSWERS = { "api.twelvedata.com": twelveData, "api.massive.com": massive };

function worldOf(provider: ProviderId, sentAt: string) {
  const world = createWorld(
    (url) => {
      const answer = Object.entries(ANSWERS).find(([host]) => host === url.host)?.[1];
      return answer ? { ...answer(url), sentAt: Date.parse(sentAt) } : reply("", 503);
    },
    { at: "2025-11-12T22:00:00Z", kindOf: async () => "stock" },
  );
  world.keys.set(provider, "a key");
  return world.comparisons;
}

test.each<[ProviderId, string, string, number]>([
  ["twelve-data", "while the session runs", "2025-11-12T17:00:00Z", 102],
  ["twelve-data", "after its end", "2025-11-12T21:59:58Z", 105],
  ["massive", "while the session runs", "2025-11-12T17:00:00Z", 102],
  ["massive", "after its end", "2025-11-12T21:59:58Z", 105],
])("what %s sends %s by its own clock is judged by that, not by the reader's", async (provider, _, sentAt, close) => {
  const latest = { value: { provider, close } };
  expect(await worldOf(provider, sentAt).compare("TSTA", undefined, OWN_PAGE)).toMatchObject(latest);
  expect(await worldOf(provider, sentAt).compareRows(["TSTA", "TSTB"], OWN_PAGE)).toMatchObject({
    TSTA: latest,
    TSTB: latest,
  });
});

test.each([
  ["while the session runs", "2025-11-12T09:00:30Z", 102],
  ["an hour after the last price", "2025-11-12T10:00:30Z", 105],
])("on an exchange whose hours are not known, what is sent %s is judged by Yahoo's clock", async (_, sentAt, close) => {
  const zone = "Europe/Istanbul";
  const meta = { regularMarketTime: Date.parse("2025-11-12T09:00:00Z") / 1000, regularMarketPrice: 105 };
  const share = { closes: DAYS, zone, currency: "TRY", opensUtc: "07:00", meta };
  const market = marketReplies({
    yahoo: { "THYAO.IS": share, "GARAN.IS": share, "^GSPC": { closes: DAYS.slice(0, 2) } },
  });
  const answer = (url: URL): TextReply => {
    const sent = market(url);
    return sent.kind === "reply" ? { ...sent, sentAt: Date.parse(sentAt) } : sent;
  };
  const world = createWorld(answer, { at: "2025-11-12T14:00:00Z" });
  const latest = { ok: true, value: { close } };
  expect(await world.comparisons.compare("THYAO.IS", undefined, OWN_PAGE)).toMatchObject(latest);
  await world.comparisons.clearCache();
  expect(await world.comparisons.compareRows(["THYAO.IS", "GARAN.IS"], OWN_PAGE)).toMatchObject({
    "THYAO.IS": latest,
    "GARAN.IS": latest,
  });
});
