import { describe, expect, it } from "vitest";
import { openDirectory } from "../../../../../src/background/directory/directory-image";
import { findMentions, searchBlocks } from "../../../../../src/domain/detection/mentions";
import { DEFAULT_SETTINGS } from "../../../../../src/domain/settings";
import { starterListings } from "../../../../fakes/starter-listings";

const { identify } = openDirectory(starterListings(), []);

/** The mentions of a page of these paragraphs, as `surface=TICKER`. */
function mentionsOf(...paragraphs: readonly string[]): string[] {
  const blocks = paragraphs.map((text) => ({ text, links: [] }));
  const found = findMentions(searchBlocks(blocks), { identify, settings: DEFAULT_SETTINGS.detection });
  return found.flatMap((mentions) => (mentions ?? []).map(({ surface, ticker }) => `${surface}=${ticker}`));
}

describe("names that are words of the page's language", () => {
  it.each([
    [
      "a share that moves",
      "Xylem steigt nach den Zahlen um 5 Prozent an der Wall Street. Der Umsatz ist im Quartal gewachsen.",
      ["Xylem=XYL"],
    ],
    [
      "a share by its word",
      "Die Peloton-Aktie bricht ein. Peloton teilte mit, dass der Umsatz im Quartal gesunken ist.",
      ["Peloton=PTON", "Peloton=PTON"],
    ],
    [
      "a company of the country",
      "Rumo caiu 2% no pregão, e as ações da Vale subiram com o minério. Os analistas da XP cortaram o preço-alvo.",
      ["Rumo=RAIL3.SA", "Vale=VALE"],
    ],
    [
      "what has a price itself",
      "Kakao steigt um 4 Prozent an der Börse, und die Aktie von Nestlé fällt mit dem Dax und der Wall Street.",
      ["Nestlé=NESN.SW"],
    ],
    ["no share", "Das Peloton gewann auf der Etappe den Sprint. Peloton und Spitze trennten Sekunden.", []],
  ])("%s", (_, text, mentions) => {
    expect(mentionsOf(text)).toEqual(mentions);
  });
});

describe("letters that are one company's name and another's ticker", () => {
  it("are not the first where the page gives the second", () => {
    const text =
      "Boyd Gaming (NYSE: BYD) reported earnings. BYD rose 3% in New York. Analysts raised estimates for BYD.";
    expect(mentionsOf(text)).toEqual(["Boyd Gaming=BYD", "BYD=BYD"]);
  });

  it("are the first where the page only names the second, and one company where both are", () => {
    expect(mentionsOf("BYD shares rose 4% in Hong Kong.", "Boyd Gaming fell in New York.")).toContain("BYD=1211.HK");
    expect(mentionsOf("SAP (NYSE: SAP) rose 3%. SAP shares gained on earnings.")).toHaveLength(3);
  });
});

describe("words beside a company that do not take it away", () => {
  it.each([
    ["a day", "By Tuesday Nvidia and Tesla, which had led the market, were down 5%.", "Nvidia=NVDA"],
    ["fighters", "Shares rose after earnings, analysts said. Textron fighters are in demand.", "Textron=TXT"],
    ["a ticker that is a state", "Chip stocks fell after earnings: AMD, Nvidia, ON and Micron lost 3%.", "Nvidia=NVDA"],
    ["what it processes", "Visa processing volume and revenue rose 9% in the quarter; shares gained.", "Visa=V"],
    ["what it delayed", "Visa delayed its plan, and shares fell after the earnings, analysts said.", "Visa=V"],
  ])("%s", (_, text, mention) => {
    expect(mentionsOf(text)).toContain(mention);
  });

  it.each([
    ["an author", "By Anna Tesla and John Ford, in Detroit"],
    ["the document", "Visa processing times grow, and visa delays hit students. Visa delays are long."],
  ])("%s is none", (_, text) => {
    expect(mentionsOf(text)).toEqual([]);
  });
});
