import { describe, expect, it } from "vitest";
import { pageCompanies, type RankedMention } from "../../../../src/domain/detection/page-companies";

const mention = (ticker: string, surface: string, evidence: RankedMention["evidence"] = "name"): RankedMention => ({
  ticker,
  name: surface,
  evidence,
  surface,
});

describe("the companies of a page", () => {
  it("begin with the one in the title, then the most and the most plainly mentioned, then the first", () => {
    const mentions = [
      mention("KO", "Coca-Cola"),
      mention("PEP", "PepsiCo"),
      mention("PEP", "PepsiCo"),
      mention("BABA", "Alibaba"),
      mention("MSFT", "MSFT", "exchange"),
      mention("NFLX", "Netflix"),
    ];
    const ranked = pageCompanies(mentions, "Alibaba slides").map(({ ticker, count }) => `${ticker} ${count}`);
    expect(ranked).toEqual(["BABA 1", "MSFT 1", "PEP 2", "KO 1", "NFLX 1"]);
  });

  it("are led by the one in the title, however often and plainly another is mentioned", () => {
    const mentions = [...Array<null>(200)].map(() => mention("PEP", "PEP", "exchange"));
    expect(pageCompanies([...mentions, mention("KO", "Coca-Cola")], "Coca-Cola rises")[0]?.ticker).toBe("KO");
  });

  it.each([
    ["What Target and Tesla did", "T", false],
    ["AT&T: T is cheap", "T", true],
    ["Targets of Target", "Target", true],
    ["Alibaba’s year", "Alibaba", true],
    ["阿里巴巴股价下跌", "阿里巴巴", true],
    ["Alibabas", "Alibaba", false],
    ["", "Alibaba", false],
  ])("are named by the title %j as %j: %s", (title, surface, isNamed) => {
    const [first] = pageCompanies([mention("OTHER", "Nowhere"), mention("THIS", surface)], title);
    expect(first?.ticker === "THIS").toBe(isNamed);
  });
});
