import { describe, expect, it } from "vitest";
import type { DirectoryImage } from "../../../../src/background/directory/directory-image";
import { createDirectoryKeeper } from "../../../../src/background/directory/directory-keeper";
import {
  DIRECTORY_FILES,
  type FullDirectory,
  fetchFullDirectory,
  isFullDirectory,
} from "../../../../src/background/directory/directory-refresh";
import type { TextReply } from "../../../../src/providers/fetch-text";
import { createFakeNetwork, reply } from "../../../fakes/network";
import { type OfficialFile, type OfficialFiles, officialFiles, serveOfficial } from "../../../fakes/official-files";
import { starterListings } from "../../../fakes/starter-listings";

const DAY_MS = 24 * 60 * 60 * 1000;
const START_MS = 1_763_000_000_000;
const WHOLE = officialFiles();
/** Few, as an image is made of them again and again. */
const STARTER = starterListings().filter(({ ticker }) => ticker === "BABA" || ticker === "JD");

/** A keeper that keeps the full directory in this place. */
function keeperOver(kept: Parameters<typeof createDirectoryKeeper>[0]["kept"]) {
  return createDirectoryKeeper({
    hasConsent: async () => true,
    fetchText: createFakeNetwork(serveOfficial(WHOLE)).fetchText,
    starter: async () => STARTER,
    now: () => START_MS,
    kept,
    image: { read: async () => null, write: async () => undefined },
  });
}

function setUp({ agreed = true, old = null as FullDirectory | null } = {}) {
  const network = createFakeNetwork(serveOfficial(WHOLE));
  const clock = { ms: START_MS };
  const box = { kept: old, writes: 0, images: [] as DirectoryImage[] };
  const consent = { agreed };
  const keeper = createDirectoryKeeper({
    hasConsent: async () => consent.agreed,
    fetchText: network.fetchText,
    starter: async () => STARTER,
    now: () => clock.ms,
    kept: {
      read: async () => box.kept,
      write: async (full) => {
        box.kept = full;
        box.writes += 1;
      },
    },
    image: {
      read: async () => box.images.at(-1) ?? null,
      write: async (image) => void box.images.push(image),
    },
  });
  return { network, clock, box, consent, keeper };
}

/** A full directory a week old, made once for all tests: it holds seven thousand listings. */
const fetchedOld = fetchFullDirectory(null, {
  fetchText: createFakeNetwork(serveOfficial(WHOLE)).fetchText,
  now: () => START_MS - 7 * DAY_MS,
});

/** A keeper that holds it. */
async function withOldDirectory() {
  const old = await fetchedOld;
  if (typeof old === "string") throw new Error(old);
  return { ...setUp({ old }), old };
}

describe("the full directory", () => {
  it("is fetched from the SEC and Nasdaq Trader, each file once, and kept", async () => {
    const { keeper, network, box, clock } = setUp();
    expect(await keeper.refresh()).toBeNull();
    expect(network.asked.map(String)).toEqual(Object.values(DIRECTORY_FILES));
    expect(box.kept?.fetchedAt).toBe(clock.ms);
    expect(box.kept?.listings).toHaveLength(7_000);
    expect(isFullDirectory(structuredClone(box.kept))).toBe(true);
    expect(await keeper.state()).toEqual({ listings: 7_000, fetchedAt: clock.ms });
  });

  it("is not asked for before the reader agreed", async () => {
    const { keeper, network, box, consent } = setUp({ agreed: false });
    expect(await keeper.refresh()).toBeNull();
    expect([network.asked.length, box.writes]).toEqual([0, 0]);
    consent.agreed = true;
    await keeper.refresh();
    expect([network.asked.length, box.writes]).toEqual([3, 1]);
  });

  it.each([
    [0, 0],
    [6 * DAY_MS, 0],
    [7 * DAY_MS - 1, 0],
    [7 * DAY_MS, 3],
    [30 * DAY_MS, 3],
    // Fetched by a clock that was ahead.
    [-400 * DAY_MS, 3],
  ])("that is %i ms old is asked for anew with %i requests", async (ageMs, requests) => {
    const { keeper, network, clock, old } = await withOldDirectory();
    clock.ms = old.fetchedAt + ageMs;
    await keeper.refresh();
    expect(network.asked).toHaveLength(requests);
  });

  it("is asked for once by those who ask at the same time", async () => {
    const { keeper, network } = setUp();
    await Promise.all([keeper.refresh(), keeper.refresh(), keeper.refresh()]);
    expect(network.asked).toHaveLength(3);
  });

  it("answers as soon as it has come, without a restart", async () => {
    const { keeper } = setUp();
    const before = (await keeper.open()).directory.byTicker("AAAB");
    await keeper.refresh();
    expect([before, (await keeper.open()).directory.byTicker("AAAB")?.name]).toEqual([undefined, "AAAB Corp."]);
  });

  it("is replaced by one in which a few listings have come and gone", async () => {
    const { keeper, network, box } = await withOldDirectory();
    network.answer = serveOfficial(officialFiles({ from: 600 }));
    expect(await keeper.refresh()).toBeNull();
    expect(box.writes).toBe(1);
    expect(box.kept?.listings.some(({ ticker }) => ticker === "AAAA")).toBe(false);
  });
});

const HTML = "<!doctype html><title>Just a moment</title><p>Checking your browser";

/** What can be wrong with one file, and what is then said of it. */
const DAMAGED: readonly (readonly [string, OfficialFile, (text: string) => string, RegExp])[] = [
  ["HTML in place of the SEC's file", "sec", () => HTML, /not the SEC's file/],
  ["HTML in place of Nasdaq's list", "nasdaqlisted", () => HTML, /unknown header/],
  ["HTML in place of the other exchanges' list", "otherlisted", () => HTML, /unknown header/],
  ["an empty file", "otherlisted", () => "", /unknown header/],
  ["half of the SEC's file", "sec", (text) => text.slice(0, text.length / 2), /not the SEC's file/],
  ["half of Nasdaq's list", "nasdaqlisted", (text) => text.slice(0, text.length / 2), /no trailer/],
  ["half of the other list", "otherlisted", (text) => text.slice(0, text.length / 2), /no trailer/],
  ["a list without its last line", "nasdaqlisted", (text) => text.slice(0, text.lastIndexOf("\r\n")), /no trailer/],
  ["columns in another order", "nasdaqlisted", (text) => text.replace("Symbol|Security Name", "Name|Symbol"), /header/],
  ["the other exchanges' columns", "nasdaqlisted", () => WHOLE.otherlisted, /unknown header/],
  ["a list of a few rows", "nasdaqlisted", (text) => rowsOf(text, 2_000), /only 2000 rows/],
  ["another list of a few rows", "otherlisted", (text) => rowsOf(text, 3_000), /only 3000 rows/],
  ["test issues alone", "nasdaqlisted", (text) => text.replaceAll("|Q|N|", "|Q|Y|"), /only 0 rows/],
  ["a few companies", "sec", (text) => companiesOf(text, 4_000), /only 4000 rows/],
  ["unknown fields", "sec", (text) => text.replace('"ticker"', '"symbol"'), /unknown fields cik, name, symbol/],
  ["no fields", "sec", () => '{"fields":null,"data":[]}', /no fields/],
  ["a number", "sec", () => "42", /not the SEC's file/],
  ["rows that are no rows", "sec", (text) => text.replace(/"data":.*/, '"data":[null,1,"A",{},[]]}'), /only 0 rows/],
];

function rowsOf(text: string, count: number): string {
  const lines = text.split("\r\n");
  return [...lines.slice(0, count + 1), lines.at(-1)].join("\r\n");
}

function companiesOf(text: string, count: number): string {
  const { fields, data } = JSON.parse(text) as { fields: string[]; data: unknown[] };
  return JSON.stringify({ fields, data: data.slice(0, count) });
}

const REFUSED: readonly (readonly [string, TextReply, RegExp])[] = [
  ["403 with a text", reply("Request rate threshold exceeded", 403), /status 403/],
  ["403 with a whole file", reply(WHOLE.sec, 403), /status 403/],
  ["429", reply("", 429), /status 429/],
  ["500", reply("Oops", 500), /status 500/],
  ["204 without a text", reply("", 204), /status 204/],
  ["no network", { kind: "offline" }, /offline/],
  ["no complete reply in time", { kind: "timeout" }, /timeout/],
  ["more than is taken", { kind: "too-large" }, /too-large/],
  ["a way to another host", { kind: "foreign-host", host: "login.example" }, /foreign-host/],
];

describe("the old directory stays, and the reason is told, on", () => {
  it.each(DAMAGED)("%s", async (_, file, damage, reason) => {
    const { keeper, network, box, old } = await withOldDirectory();
    const files: OfficialFiles = { ...WHOLE, [file]: damage(WHOLE[file]) };
    expect(files[file]).not.toBe(WHOLE[file]);
    network.answer = serveOfficial(files);
    const problem = await keeper.refresh();
    expect(problem).toMatch(reason);
    expect(problem).toContain(DIRECTORY_FILES[file]);
    expect([box.kept, box.writes, box.images]).toEqual([old, 0, []]);
  });

  it.each(REFUSED)("%s", async (_, refusal, reason) => {
    const { keeper, network, box, old } = await withOldDirectory();
    network.answer = (url) => (url.href === DIRECTORY_FILES.sec ? refusal : serveOfficial(WHOLE)(url));
    expect(await keeper.refresh()).toMatch(reason);
    expect([box.kept, box.writes, box.images]).toEqual([old, 0, []]);
  });

  it("whole files from which more than a tenth of the listings has vanished", async () => {
    const { keeper, network, box, old } = await withOldDirectory();
    network.answer = serveOfficial(officialFiles({ from: 800 }));
    expect(await keeper.refresh()).toBe("only 89 % of the known listings are in it");
    expect([box.kept, box.writes, box.images]).toEqual([old, 0, []]);
  });
});

describe("without a directory that can be kept", () => {
  it("the starter answers, and a damaged file changes nothing", async () => {
    const { keeper, network, box } = setUp();
    network.answer = serveOfficial({ ...WHOLE, sec: HTML });
    expect(await keeper.refresh()).toMatch(/not the SEC's file/);
    expect(box.kept).toBeNull();
    expect((await keeper.state()).fetchedAt).toBeNull();
    expect((await keeper.open()).directory.byTicker("BABA")?.exchange).toBe("NYSE");
  });

  it("the starter answers where the browser refuses to keep one, and the reason is told", async () => {
    const keeper = keeperOver({
      read: async () => null,
      write: () => Promise.reject(new Error("the database does not answer")),
    });
    expect(await keeper.refresh()).toMatch(/could not be kept: .*the database does not answer/);
    expect((await keeper.open()).directory.byTicker("BABA")?.exchange).toBe("NYSE");
  });

  it("an old one that cannot be read is as if there were none", async () => {
    const keeper = keeperOver({
      read: () => Promise.reject(new DOMException("no database in private windows", "InvalidStateError")),
      write: async () => undefined,
    });
    expect((await keeper.open()).directory.byTicker("BABA")?.ticker).toBe("BABA");
    expect((await keeper.state()).fetchedAt).toBeNull();
  });
});

describe("what was kept is taken for a full directory only in its own shape:", () => {
  const [listing] = [{ ticker: "BABA", name: "Alibaba", aliases: [], formerTickers: [] }];
  it.each([
    [{ fetchedAt: 1, listings: [listing] }, true],
    [{ fetchedAt: 1, listings: [] }, false],
    [{ fetchedAt: 1, listings: [{ ticker: "BABA" }] }, false],
    [{ fetchedAt: "1", listings: [listing] }, false],
    [{ fetchedAt: 1, listings: { 0: listing } }, false],
    [{ listings: [listing] }, false],
    ["BABA", false],
    [undefined, false],
    [null, false],
  ])("%j: %s", (kept, is) => {
    expect(isFullDirectory(kept)).toBe(is);
  });
});
