import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { catalogueOf } from "../fakes/catalogues";
import { BROWSERS } from "./harness/browsers";
import { patternOf } from "./harness/extension";
import { yahooWith } from "./harness/market";
import { NEWS } from "./harness/pages";
import { agree } from "./harness/reader";

const ARTICLE = `${NEWS}/markets/figures`;
const PAGE = readFileSync("demo/article.html", "utf8");

/** What the demo's article states, as each language writes it. */
const WRITTEN: Readonly<Record<string, { readonly figures: string; readonly day: string }>> = {
  de: { figures: "160,80 $, −3,07 % · S&P 500 +0,21 %", day: "Di., 11. Nov. 2025" },
  es: { figures: "160,80 US$, −3,07 % · S&P 500 +0,21 %", day: "mar, 11 nov 2025" },
  fr: { figures: "160,80 $US, −3,07 % · S&P 500 +0,21 %", day: "mar. 11 nov. 2025" },
  ja: { figures: "$160.80, −3.07% · S&P 500 +0.21%", day: "2025年11月11日(火)" },
  ko: { figures: "US$160.80, −3.07% · S&P 500 +0.21%", day: "2025년 11월 11일 (화)" },
  pt_BR: { figures: "US$ 160,80, −3,07% · S&P 500 +0,21%", day: "ter., 11 de nov. de 2025" },
  zh_CN: { figures: "US$160.80, −3.07% · 标普500 +0.21%", day: "2025年11月11日周二" },
};

/** Both browsers take each language through the same path, so each is tried in one; English is in another list. */
const IN_FIREFOX = ["de", "ja"];

describe.each(BROWSERS)("the card of the demo's article in $name", ({ name, start }) => {
  const languages = Object.entries(WRITTEN);
  it.each(languages.filter(([language]) => IN_FIREFOX.includes(language) === (name !== "Chromium")))(
    "says in %s what the article states, and that the market agrees",
    async (language, written) => {
      const texts = catalogueOf(language);
      const run = await start({ fixedNow: DEMO_NOW, language });
      try {
        run.network.answerWith(yahooWith(DEMO_MARKET));
        run.network.servePage(ARTICLE, PAGE);
        // Chromium shows the texts of the language, and remains English itself.
        await agree(run, run.browser === "chromium" ? { numbers: language.replace("_", "-") } : {});
        const tab = await run.open(ARTICLE);
        await tab.marked("BABA", "Alibaba");
        await tab.hover("BABA");
        const sentence = texts.card_statedAgrees?.replace("{day}", written.day) ?? "";
        const card = (await tab.card(spaced(sentence))).replace(/\s/g, " ");
        expect(card).toContain(texts.card_inArticle);
        expect(card).toContain(written.figures);
      } finally {
        await run.close();
      }
    },
  );
});

/** The text as a pattern with any spaces between its words, as languages have several. */
function spaced(text: string): RegExp {
  return new RegExp(patternOf(text).replace(/\s/g, "\\s"));
}
