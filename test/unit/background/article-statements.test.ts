import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { articleStatements } from "../../../src/background/article-statements";
import { createFormat } from "../../../src/domain/format";
import type { Closes } from "../../../src/domain/market/closes";
import english from "../../../src/locales/en.json";
import { createTextOf } from "../../../src/ui/text";

function closesOf(ticker: string, bars: readonly (readonly [string, number])[]): Closes {
  return {
    ticker,
    currency: "USD",
    zone: "America/New_York",
    bars: bars.map(([date, close]) => ({ date, close })),
    splits: [],
    provider: "yahoo",
    fetchedAt: Date.UTC(2025, 10, 15),
  };
}

const KEPT: Readonly<Record<string, Closes>> = {
  ACME: closesOf("ACME", [
    ["2025-11-10", 165.89],
    ["2025-11-11", 160.8],
    ["2025-11-12", 159.11],
    ["2025-11-13", 159.52],
    ["2025-11-14", 153.8],
  ]),
  "^GSPC": closesOf("^GSPC", [
    ["2025-11-10", 6832.43],
    ["2025-11-11", 6846.61],
    ["2025-11-12", 6850.92],
    ["2025-11-13", 6737.49],
    ["2025-11-14", 6734.11],
  ]),
};

const ask = (texts: readonly string[], { kept = KEPT, hasOtherShare = false } = {}) =>
  articleStatements(
    {
      tickers: ["ACME"],
      published: "2025-11-14",
      lang: "en",
      blocks: texts.map((text) => ({ text, named: [{ ticker: "ACME", start: 0, end: 4 }] })),
    },
    {
      keptCloses: async (ticker) => kept[ticker] ?? null,
      wording: async () => ({ text: createTextOf((key) => english[key]), format: createFormat("en-US") }),
      hasOtherShare: async () => hasOtherShare,
    },
  );

/** The demo's article, as its page would ask about it, told in a language of the interface. */
async function demoStatements(locale: string) {
  const messages = JSON.parse(readFileSync(`src/locales/${locale}.json`, "utf8"));
  const article = /<p[^>]*>([\s\S]*?)<\/p>/g;
  const blocks = [...readFileSync("demo/article.html", "utf8").matchAll(article)].map(([, paragraph = ""]) => {
    const text = paragraph.replace(/<[^>]+>/g, "").replaceAll("&amp;", "&");
    const named = [...text.matchAll(/Alibaba/g)].map(({ index }) => ({ ticker: "ACME", start: index, end: index + 7 }));
    return { text, named };
  });
  const reply = await articleStatements(
    { tickers: ["ACME"], published: "2025-11-11", lang: "en", blocks: blocks.filter(({ named }) => named.length > 0) },
    {
      keptCloses: async (ticker) => KEPT[ticker] ?? null,
      wording: async () => ({
        text: createTextOf((key) => messages[key]),
        format: createFormat(locale.replace("_", "-")),
      }),
      hasOtherShare: async () => false,
    },
  );
  return reply.ok ? reply.value : [];
}

describe("what an article states", () => {
  it("is told with price, change and the benchmark's change, the day and where it says so", async () => {
    const text = "Acme closed at $160.80 on Tuesday, down 3.07%, while\nthe S&P 500 gained 0.21%.";
    expect(await ask(["Acme is a company.", text])).toEqual({
      ok: true,
      value: [
        {
          ticker: "ACME",
          verdict: "agrees",
          figures: "$160.80, −3.07%",
          benchmark: "S&P 500 +0.21%",
          sign: "✓",
          sentence: "As the market closed on Tue, Nov 11, 2025",
          place: { block: 1, start: 0, end: text.length - 1 },
        },
      ],
    });
  });

  it.each([
    ["en", "$160.80, −3.07% · S&P 500 +0.21%", "As the market closed on Tue, Nov 11, 2025"],
    ["de", "160,80 $, −3,07 % · S&P 500 +0,21 %", "Wie der Markt am Di., 11. Nov. 2025 schloss"],
    ["es", "160,80 US$, −3,07 % · S&P 500 +0,21 %", "Así cerró el mercado el mar, 11 nov 2025"],
    ["fr", "160,80 $US, −3,07 % · S&P 500 +0,21 %", "Conforme à la clôture du mar. 11 nov. 2025"],
    ["ja", "$160.80, −3.07% · S&P 500 +0.21%", "2025年11月11日(火)の終値と一致"],
    ["ko", "US$160.80, −3.07% · S&P 500 +0.21%", "2025년 11월 11일 (화) 종가와 일치"],
    ["pt_BR", "US$ 160,80, −3,07% · S&P 500 +0,21%", "Como o mercado fechou em ter., 11 de nov. de 2025"],
    ["zh_CN", "US$160.80, −3.07% · 标普500 +0.21%", "与 2025年11月11日周二的收盘一致"],
  ])("of the demo's article is said in %s", async (locale, figures, sentence) => {
    const [statement] = await demoStatements(locale);
    const plain = (words: string) => words.replace(/[\u00a0\u202f]/g, " ");
    expect(plain(`${statement?.figures} · ${statement?.benchmark}`)).toBe(figures);
    expect(plain(statement?.sentence ?? "")).toBe(sentence);
  });

  it("prefers what differs to what agrees", async () => {
    const reply = await ask(["Acme closed at $170.20 on Tuesday.", "Acme closed at $159.52 on Thursday."]);
    expect(reply).toMatchObject({
      value: [
        { verdict: "differs", figures: "$170.20", sentence: "The market closed at $160.80 on Tue, Nov 11, 2025" },
      ],
    });
  });

  it("is not judged by a change over a session without a close, nor by one that the source contradicts", async () => {
    const { ACME, "^GSPC": index } = KEPT;
    if (!ACME || !index) throw new Error("no closes");
    const verdicts = async (acme: Closes) => {
      const reply = await ask(["Acme fell 4.1% on Wednesday."], { kept: { ACME: acme, "^GSPC": index } });
      return reply.ok && reply.value.map(({ verdict }) => verdict);
    };
    // From 165.89 on Monday to 159.11 on Wednesday: the change of two days.
    const withHole = { ...ACME, bars: ACME.bars.filter(({ date }) => date !== "2025-11-11") };
    expect(await verdicts({ ...withHole, without: ["2025-11-11"] })).toEqual(["agrees"]);
    expect(await verdicts(withHole)).toEqual([]);
    const bars = ACME.bars.slice(0, 3).map((bar) => (bar.date === "2025-11-11" ? { ...bar, close: 165.89 } : bar));
    expect(await verdicts({ ...ACME, bars })).toEqual(["agrees"]);
    const doubts = [{ kind: "contradiction", date: "2025-11-12" }] as const;
    expect(await verdicts({ ...ACME, bars, doubts })).toEqual([]);
  });

  it("never differs of a company with another share, whose close may be meant", async () => {
    const sentences = ["Acme closed at $170.20 on Tuesday.", "Acme closed at $159.52 on Thursday."];
    const differing = await ask(sentences.slice(0, 1), { hasOtherShare: true });
    expect(differing).toEqual({ ok: true, value: [] });
    expect(await ask(sentences, { hasOtherShare: true })).toMatchObject({
      value: [{ verdict: "agrees", figures: "$159.52" }],
    });
  });

  it("is nothing where the text states nothing, or no closes are kept", async () => {
    expect(await ask(["Acme is a company."])).toEqual({ ok: true, value: [] });
    expect(await ask(["Acme closed at $160.80 on Tuesday."], { kept: {} })).toEqual({ ok: true, value: [] });
  });
});
