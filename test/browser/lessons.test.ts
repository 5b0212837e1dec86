/// <reference types="vite/client" />
import { afterEach, describe, expect, it } from "vitest";
import { type PageMention, spansOf } from "../../src/content/page/page-mention";
import { createScanner } from "../../src/content/page/scanner";
import { createDetectionAsk } from "../fakes/detection-ask";

const pages = import.meta.glob<string>("../pages/*/page.html", { query: "?raw", import: "default", eager: true });
const expected = import.meta.glob<{ surface: string; ticker: string }[]>("../pages/*/expected.json", {
  import: "default",
  eager: true,
});
const ask = createDetectionAsk();

const lifetime = { current: new AbortController() };

afterEach(() => {
  lifetime.current.abort();
  lifetime.current = new AbortController();
  for (const meta of document.head.querySelectorAll("meta[property]")) meta.remove();
  document.body.replaceChildren();
});

async function mentionsOf(html: string): Promise<readonly PageMention[]> {
  const page = new DOMParser().parseFromString(html, "text/html");
  document.head.append(...page.head.querySelectorAll("meta[property]"));
  document.body.replaceChildren(...page.body.childNodes);
  const scanner = createScanner({
    ask,
    wakeBackground: () => undefined,
    signal: lifetime.current.signal,
    onChange: () => undefined,
  });
  await scanner.settled;
  return scanner.mentions();
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
