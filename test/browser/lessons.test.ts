/// <reference types="vite/client" />
import { afterEach, describe, expect, it } from "vitest";
import { createPageStatements } from "../../src/content/card/page-statements";
import { type PageMention, spansOf } from "../../src/content/page/page-mention";
import { createScanner } from "../../src/content/page/scanner";
import { findStatements } from "../../src/domain/statements/find-statements";
import { languageCode } from "../../src/domain/statements/words/languages";
import { createDetectionAsk } from "../fakes/detection-ask";

const pages = import.meta.glob<string>("../pages/*/page.html", { query: "?raw", import: "default", eager: true });
const expected = import.meta.glob<{ surface: string; ticker: string }[]>("../pages/*/expected.json", {
  import: "default",
  eager: true,
});
const stated = import.meta.glob<object[]>("../pages/*/statements.json", { import: "default", eager: true });
const ask = createDetectionAsk();

const lifetime = { current: new AbortController() };

afterEach(() => {
  lifetime.current.abort();
  lifetime.current = new AbortController();
  for (const meta of document.head.querySelectorAll("meta[property]")) meta.remove();
  document.body.replaceChildren();
});

function langOf(html: string): string {
  return new DOMParser().parseFromString(html, "text/html").documentElement.lang;
}

async function mentionsOf(html: string): Promise<readonly PageMention[]> {
  const page = new DOMParser().parseFromString(html, "text/html");
  document.head.append(...page.head.querySelectorAll("meta[property]"));
  document.body.replaceChildren(...page.body.childNodes);
  const scanner = createScanner({
    ask,
    wakeBackground: () => undefined,
    signal: lifetime.current.signal,
    beforeMentions: async () => undefined,
    onChange: () => undefined,
  });
  await scanner.settled;
  return scanner.mentions();
}

/** The text that the page's frame would send to have its figures read. */
function sentText(mentions: readonly PageMention[]) {
  const { article } = createPageStatements({
    ask,
    mentions: () => mentions,
    marks: { emphasise: () => undefined, show: () => undefined },
    signal: lifetime.current.signal,
  });
  return article("2025-11-14").blocks;
}

/** What the page states of its companies, from that text. */
function statementsOf(mentions: readonly PageMention[], lang: string): object[] {
  return findStatements(sentText(mentions), languageCode(lang))
    .flat()
    .map(({ ticker, kind, value, unit, direction, phase, session }) => {
      return { ticker, kind, value, unit, direction, phase, session: session?.stated || null };
    });
}

describe("the lessons of test/pages", () => {
  it("are at least 25", () => {
    expect(Object.keys(pages).length).toBeGreaterThanOrEqual(25);
  });

  it.each(Object.keys(pages).map((file) => [file.split("/").at(-2) ?? "", file] as const))("%s", async (_, file) => {
    const wanted = expected[file.replace("page.html", "expected.json")];
    const mentions = await mentionsOf(pages[file] ?? "");
    expect(mentions.map(({ surface, ticker }) => ({ surface, ticker }))).toEqual(wanted);
  });

  it("state figures on a dozen pages, in eight languages", () => {
    const languages = Object.keys(stated).map((file) =>
      langOf(pages[file.replace("statements.json", "page.html")] ?? ""),
    );
    expect(languages.length).toBeGreaterThanOrEqual(12);
    expect(new Set(languages).size).toBeGreaterThanOrEqual(8);
  });

  it.each(Object.keys(stated).map((file) => [file.split("/").at(-2) ?? "", file] as const))(
    "%s: what it states of a day",
    async (_, file) => {
      const html = pages[file.replace("statements.json", "page.html")] ?? "";
      expect(statementsOf(await mentionsOf(html), langOf(html))).toEqual(stated[file]);
    },
  );

  it("send no text of a block that names nobody", async () => {
    const named = "Microsoft Corp. (NASDAQ: MSFT) fell 2%.";
    const mentions = await mentionsOf(
      `<p>My own notes: sold at $41.20, down 3%.</p><p>${named}</p><p>The stock rose 4%.</p>`,
    );
    expect(sentText(mentions).map(({ text }) => text)).toEqual([named]);
  });

  it.each(Object.keys(pages))("%s: spans are the surface, and the page stays as it was", async (file) => {
    const mentions = await mentionsOf(pages[file] ?? "");
    const before = document.body.innerHTML;
    for (const mention of mentions) {
      expect(
        spansOf(mention)
          .map(({ node, start, end }) => node.data.slice(start, end))
          .join(""),
      ).toBe(mention.surface);
    }
    expect(document.body.innerHTML).toBe(before);
  });
});
