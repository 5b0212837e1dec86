import { describe, expect, it } from "vitest";
import { openDirectory } from "../../../../src/background/directory/directory-image";
import { findMentions, searchBlocks } from "../../../../src/domain/detection/mentions";
import { BOLDNESS, DEFAULT_SETTINGS, type Settings } from "../../../../src/domain/settings";
import { starterListings } from "../../../fakes/starter-listings";

const { identify } = openDirectory(starterListings(), []);

/** The mentions of a page of these paragraphs, as `surface=TICKER`. */
function mentionsOf(paragraphs: readonly string[], settings: Partial<Settings["detection"]> = {}): string[] {
  const blocks = paragraphs.map((text) => ({ text, links: [] }));
  const found = findMentions(searchBlocks(blocks), {
    identify,
    settings: { ...DEFAULT_SETTINGS.detection, ...settings },
  });
  return found.flatMap((mentions) => (mentions ?? []).map(({ surface, ticker }) => `${surface}=${ticker}`));
}

const MARKET =
  "Shares of Nvidia and Netflix rose after earnings beat the analysts' estimates; investors bought stocks, and Wall Street closed higher on revenue growth.";

describe("how bold to be: what each asks for is marked", () => {
  it.each([
    ["an exchange", ["The firm (NYSE: BABA) fell."], ["BABA=BABA"], ["BABA=BABA"], ["BABA=BABA"]],
    ["a cashtag", ["Look at $BABA now."], ["$BABA=BABA"], ["$BABA=BABA"], ["$BABA=BABA"]],
    ["a suffix", ["Look at 0700.HK now."], ["0700.HK=0700.HK"], ["0700.HK=0700.HK"], ["0700.HK=0700.HK"]],
    [
      "a bracket after its name",
      ["Alibaba Group (BABA) fell."],
      ["BABA=BABA"],
      ["Alibaba Group=BABA", "BABA=BABA"],
      ["Alibaba Group=BABA", "BABA=BABA"],
    ],
    ["a name that is no word", ["Nvidia fell."], [], ["Nvidia=NVDA"], ["Nvidia=NVDA"]],
    [
      "a name with its legal form",
      ["Target Corporation fell."],
      [],
      ["Target Corporation=TGT"],
      ["Target Corporation=TGT"],
    ],
    ["a name that usually means the company, alone", ["Apple is red."], [], [], ["Apple=AAPL"]],
    ["a word that is a name, alone", ["Target practice begins at noon."], [], [], []],
  ])("%s", (_, paragraphs, explicit, normal, bold) => {
    expect(BOLDNESS.map((boldness) => mentionsOf(paragraphs, { boldness }))).toEqual([explicit, normal, bold]);
  });

  it("never less by being bolder", () => {
    const page = [MARKET, "Apple, Target and MSFT fell.", "AMD rose.", "Alibaba (NYSE: BABA), $KO and Gap."];
    const [explicit = [], normal = [], bold = []] = BOLDNESS.map((boldness) => mentionsOf(page, { boldness }));
    expect(explicit).toEqual(["BABA=BABA", "$KO=KO"]);
    expect(normal).toEqual(expect.arrayContaining(explicit));
    expect(bold).toEqual(expect.arrayContaining(normal));
    expect(bold.length).toBeGreaterThanOrEqual(normal.length);
  });
});

describe("what the reader never wants", () => {
  it.each([
    [["Nvidia"], ["Netflix=NFLX", "BABA=BABA"]],
    [["nvidia"], ["Netflix=NFLX", "BABA=BABA"]],
    [["NVDA"], ["Netflix=NFLX", "BABA=BABA"]],
    [["nflx", "baba"], ["Nvidia=NVDA"]],
    [["BABA"], ["Nvidia=NVDA", "Netflix=NFLX"]],
    [["Nvid"], ["Nvidia=NVDA", "Netflix=NFLX", "BABA=BABA"]],
    [[], ["Nvidia=NVDA", "Netflix=NFLX", "BABA=BABA"]],
  ])("is not marked: %j", (never, mentions) => {
    expect(mentionsOf(["Nvidia and Netflix rose.", "The firm (NYSE: BABA) fell."], { never })).toEqual(mentions);
  });
});

describe("what the reader always wants", () => {
  it.each([
    [{ surface: "the goose", ticker: "GOOS" }, "We saw the goose, and Nvidia.", ["the goose=GOOS", "Nvidia=NVDA"]],
    [{ surface: "Blue", ticker: "BLUE" }, "Blue, Bluebird and TrueBlue: not Nvidia.", ["Blue=BLUE", "Nvidia=NVDA"]],
    [{ surface: "Nvidia", ticker: "NVD.DE" }, "Nvidia rose.", ["Nvidia=NVD.DE"]],
    [{ surface: "Netflix rose", ticker: "ROSE" }, "Netflix rose.", ["Netflix rose=ROSE"]],
    [{ surface: "Blue", ticker: "BLUE" }, "Blue and Blue.", ["Blue=BLUE", "Blue=BLUE"]],
    [{ surface: "", ticker: "BLUE" }, "Blue.", []],
  ])("is marked, whole words only: %j", (entry, text, mentions) => {
    expect(mentionsOf([text], { always: [entry] })).toEqual(mentions);
  });

  it("is marked even when only explicit mentions are wanted, and against the never-list", () => {
    const always = [{ surface: "Nvidia", ticker: "NVDA" }];
    expect(mentionsOf(["Nvidia and Netflix rose."], { always, never: ["Nvidia"], boldness: "explicit" })).toEqual([
      "Nvidia=NVDA",
    ]);
  });
});
