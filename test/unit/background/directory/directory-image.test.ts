import { describe, expect, it } from "vitest";
import {
  makeParts,
  openDirectory,
  openParts,
  partsOfText,
  textOfParts,
} from "../../../../src/background/directory/directory-image";
import { createDirectoryKeeper } from "../../../../src/background/directory/directory-keeper";
import { starterListings } from "../../../../src/background/directory/starter-listings";
import type { Listing } from "../../../../src/domain/listing";

const UNKNOWN: Listing = {
  ticker: "ZZZZ",
  name: "Zyzzyva Research Corp",
  exchange: "NASDAQ",
  kind: "stock",
  aliases: [],
  formerTickers: [],
};
const TEXTS = [
  "Alibaba Group Holding Ltd",
  "Shares of Target",
  "GE",
  "Lowe’s",
  "Merck KGaA",
  "NYSE: BABA",
  "$JD",
  "New Zealand",
  "Zyzzyva Research Corp",
  "腾讯控股",
  "トヨタ自動車",
];

describe("the directory's image", () => {
  const starter = starterListings();

  it("answers as the directory it was made from", () => {
    const direct = openDirectory(starter, [UNKNOWN]);
    const kept = openParts(partsOfText(textOfParts(makeParts(starter, [UNKNOWN]))));
    expect(kept.identify(TEXTS)).toEqual(direct.identify(TEXTS));
    expect(kept.directory.byTicker("ZZZZ")).toEqual(UNKNOWN);
    expect(kept.directory.complete).toBe(true);
  });
});

/** A keeper over a store that holds one image; `written` tells what it was given to keep. */
function keeperOver(image: string | null | Error) {
  const written: string[] = [];
  const keeper = createDirectoryKeeper({
    hasConsent: async () => false,
    fetchText: async () => ({ kind: "offline" }),
    now: () => 0,
    kept: { read: async () => null, write: async () => undefined },
    image: {
      read: async () => {
        if (image instanceof Error) throw image;
        return image;
      },
      write: async (text) => {
        written.push(text);
      },
    },
  });
  return { keeper, written };
}

describe("the keeper of the directory", () => {
  const text = textOfParts(makeParts([UNKNOWN], []));

  it("opens the kept image and makes none", async () => {
    const { keeper, written } = keeperOver(text);
    const { directory } = await keeper.open();
    expect(directory.listings.map(({ ticker }) => ticker)).toEqual(["ZZZZ"]);
    expect(written).toEqual([]);
  });

  it("makes and keeps an image when none is kept", async () => {
    const { keeper, written } = keeperOver(null);
    const { directory } = await keeper.open();
    expect(directory.byTicker("BABA")?.name).toBe("Alibaba Group Holding Limited");
    expect(written).toHaveLength(1);
  });

  it("opens without an image where the browser keeps nothing", async () => {
    const { keeper } = keeperOver(new Error("blocked"));
    const { directory } = await keeper.open();
    expect(directory.byTicker("BABA")).toBeDefined();
  });

  it("makes the image anew after an update, whatever is kept", async () => {
    const { keeper, written } = keeperOver(text);
    await keeper.prepare();
    const { directory } = await keeper.open();
    expect(directory.byTicker("BABA")).toBeDefined();
    expect(written).toHaveLength(1);
  });
});
