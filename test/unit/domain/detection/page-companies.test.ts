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
});
