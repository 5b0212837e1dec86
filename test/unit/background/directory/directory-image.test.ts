import { describe, expect, it } from "vitest";
import { type DirectoryImage, makeImage, openImage } from "../../../../src/background/directory/directory-image";
import { createDirectoryKeeper } from "../../../../src/background/directory/directory-keeper";
import { createDirectory } from "../../../../src/domain/directory";
import type { Listing } from "../../../../src/domain/listing";
import { starterListings } from "../../../fakes/starter-listings";

const UNKNOWN: Listing = {
  ticker: "ZZZZ",
  name: "Zyzzyva Research Corp",
  exchange: "NASDAQ",
  kind: "stock",
  aliases: [],
  formerTickers: [],
};
describe("the directory's image", () => {
  const starter = starterListings();
  const made = createDirectory([...starter, UNKNOWN]);
  /** As a browser keeps it. */
  const image = structuredClone(makeImage(starter, [UNKNOWN]));
  const { directory, identify } = openImage(image);

  it("holds every listing, in the same order", () => {
    expect(directory.listings()).toEqual(made.listings());
    expect(starter.map(({ ticker }) => directory.byTicker(ticker))).toEqual(
      starter.map(({ ticker }) => made.byTicker(ticker)),
    );
    expect(directory.byTicker("ZZZZ")).toEqual(UNKNOWN);
    expect(directory.byTicker("ZZZY")).toBeUndefined();
  });

  it("knows the listings' other and former tickers", () => {
    const former = made.listings().flatMap(({ formerTickers }) => formerTickers.map(({ ticker }) => ticker));
    expect(former).toContain("FB");
    expect(former.map(directory.byFormerTicker)).toEqual(former.map(made.byFormerTicker));
    expect(directory.byFormerTicker("BABA")).toBeUndefined();
    expect(made.listings().map(directory.othersOf)).toEqual(made.listings().map(made.othersOf));
    expect(directory.othersOf(UNKNOWN)).toEqual([]);
  });

  it.each([
    ["Alibaba Group Holding Ltd", ["BABA name 0"]],
    ["GE", ["GE name 1"]],
    ["Lowe’s", ["LOW name 0"]],
    ["Merck KGaA", ["MRK.DE name 0"]],
    ["NYSE: BABA", ["BABA exchange 0"]],
    ["$JD", ["JD cashtag 0"]],
    ["Fox News", []],
    ["Zyzzyva Research Corp", ["ZZZZ name 0"]],
    ["ZZZZ", ["ZZZZ ticker 2"]],
    ["腾讯控股", ["0700.HK name 0"]],
    ["トヨタ自動車", ["TM name 0"]],
  ])("finds in %s what stands there", (surface, found) => {
    const matches = identify([surface])[surface] ?? [];
    expect(matches.map(({ ticker, form, doubt }) => `${ticker} ${form} ${doubt}`)).toEqual(found);
  });
});

/** Few of the starter, as its image is made again and again. */
const FEW = starterListings().filter(({ ticker }) => ticker === "BABA" || ticker === "JD");

/** A keeper over a store that holds one image; `written` tells what it was given to keep. */
function keeperOver(image: unknown, starter = async () => FEW) {
  const written: DirectoryImage[] = [];
  const keeper = createDirectoryKeeper({
    hasConsent: async () => false,
    fetchText: async () => ({ kind: "offline" }),
    starter,
    now: () => 0,
    kept: { read: async () => null, write: async () => undefined },
    image: {
      read: async () => {
        if (image instanceof Error) throw image;
        return image;
      },
      write: async (made) => {
        written.push(made);
      },
    },
  });
  return { keeper, written };
}

describe("the keeper of the directory", () => {
  const image = makeImage([UNKNOWN], []);

  it("opens the kept image and makes none", async () => {
    const { keeper, written } = keeperOver(image);
    const { directory } = await keeper.open();
    expect(directory.listings().map(({ ticker }) => ticker)).toEqual(["ZZZZ"]);
    expect(written).toEqual([]);
  });

  it.each([
    ["none is kept", null],
    ["what is kept is a text", "image"],
    ["it lacks a table", { ...image, asian: undefined }],
    ["a table has no slots", { ...image, names: { ...image.names, slots: [...image.names.slots] } }],
    ["a table has no free slot, where a search ends", { ...image, names: { ...image.names, slots: Int32Array.of(1) } }],
  ])("makes and keeps an image when %s", async (_, kept) => {
    const { keeper, written } = keeperOver(kept);
    const { directory } = await keeper.open();
    expect(directory.byTicker("BABA")?.name).toBe("Alibaba Group Holding Limited");
    expect(written).toHaveLength(1);
  });

  it("tries again after the starter could not be read", async () => {
    let tries = 0;
    const { keeper } = keeperOver(null, async () => {
      tries += 1;
      if (tries === 1) throw new TypeError("Failed to fetch");
      return [UNKNOWN];
    });
    await expect(keeper.open()).rejects.toThrow("Failed to fetch");
    expect((await keeper.open()).directory.byTicker("ZZZZ")).toEqual(UNKNOWN);
  });

  it("opens without an image where the browser keeps nothing", async () => {
    const { keeper } = keeperOver(new Error("blocked"));
    const { directory } = await keeper.open();
    expect(directory.byTicker("BABA")).toBeDefined();
  });

  it("makes the image anew after an update, whatever is kept", async () => {
    const { keeper, written } = keeperOver(image);
    await keeper.prepare();
    const { directory } = await keeper.open();
    expect(directory.byTicker("BABA")).toBeDefined();
    expect(written).toHaveLength(1);
  });
});
