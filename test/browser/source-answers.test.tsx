import { render } from "preact";
import { afterEach, expect, it } from "vitest";
import { page } from "vitest/browser";
import { ok } from "../../src/domain/failure";
import type { Told } from "../../src/domain/market/closes";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import { SourceAnswers } from "../../src/options/source-answers";
import type { Ask } from "../../src/platform/ask";
import { createTextOf } from "../../src/ui/text";
import { catalogueOf, LANGUAGES } from "../fakes/catalogues";

let root: HTMLElement | null = null;
afterEach(() => {
  if (root) render(null, root);
  root?.remove();
});

const HOLE: readonly Told[] = [
  { provider: "yahoo", ticker: "BABA", doubts: [{ kind: "missing-close", date: "2025-11-10", sure: true }] },
  { provider: "cboe", ticker: "BABA", doubts: [] },
];

/** The fold of the options page; each time it is asked, the background tells the next of `told`. */
function show(told: readonly (readonly Told[])[], language = "en") {
  const asked: string[] = [];
  const ask = async (request: string) => {
    asked.push(request);
    return ok(told[asked.length - 1] ?? []);
  };
  const catalogue = catalogueOf(language);
  const deps = {
    ask: ask as Ask,
    text: createTextOf((key) => catalogue[key] ?? ""),
    language: language.replace("_", "-"),
  };
  root = document.createElement("div");
  document.body.append(root);
  render(<SourceAnswers deps={deps} look={DEFAULT_SETTINGS.look} />, root);
  return asked;
}
const lines = () => [...document.querySelectorAll("li")].map(({ innerText }) => innerText);
const press = () => document.querySelector("summary")?.click();

it("asks the background only when it is unfolded, and then says which source said what, one line each", async () => {
  const asked = show([HOLE]);
  expect(asked).toEqual([]);
  await page.getByText("Which source said what").click();
  await expect
    .poll(lines)
    .toEqual(["Yahoo Finance · BABA: has no close of Nov 10, 2025", "Cboe · BABA: gave these closes"]);
  expect(asked).toEqual(["told-lately"]);
});

it("says that nothing was doubted, and asks again when it is unfolded again", async () => {
  show([[], HOLE]);
  press();
  await expect.poll(() => document.body.innerText).toContain("Nothing raised a doubt");
  press();
  press();
  await expect.poll(lines).toHaveLength(2);
  expect(document.body.innerText).not.toContain("Nothing raised a doubt");
});

it.each(LANGUAGES)("has its words in %s", async (language) => {
  show([HOLE], language);
  const { why_title, options_toldNote, why_whole } = catalogueOf(language);
  press();
  await expect.poll(lines).toHaveLength(2);
  for (const words of [why_title, options_toldNote, why_whole]) expect(document.body.innerText).toContain(words);
});
