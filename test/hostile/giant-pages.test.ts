import type { Page } from "playwright";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { type ChromiumRun, startChromium, tabOf } from "../e2e/harness/chromium";
import { yahooWith } from "../e2e/harness/market";
import { NEWS } from "../e2e/harness/pages";
import { agree } from "../e2e/harness/reader";
import { type OwnWork, ownWork } from "./own-work";

const MENTION = "<p>Alibaba Group Holding Ltd. (NYSE: BABA) closed lower.</p>";

/**
 * What a page may cost in memory, however large it is; ten times
 * a long article's, a tenth of what a page itself may take.
 */
const MOST_HEAP_MB = 100;
/** A quarter of a million mentions take 4 MB; they took 27 when there was no bound on what is read and decided on. */
const MOST_HEAP_OF_MENTIONS_MB = 15;

let run: ChromiumRun;
let page: Page | undefined;
const faults: string[] = [];
beforeAll(async () => {
  run = await startChromium({ fixedNow: DEMO_NOW });
  run.network.answerWith(yahooWith(DEMO_MARKET));
  run.context.on("weberror", (error) => faults.push(String(error.error().stack ?? error.error())));
  await agree(run);
});
afterEach(async () => {
  await page?.close();
  page = undefined;
  expect(faults.splice(0)).toEqual([]);
});
afterAll(() => run?.close());

/**
 * Opens a page that `script` makes huge, lets it be read until `mark` is drawn,
 * and hovers its first mention; rejects when either takes more than 15 s.
 */
async function read(name: string, script: string, mark = "BABA"): Promise<OwnWork> {
  const url = `${NEWS}/giant/${name.replaceAll(" ", "-")}`;
  // No page of the harness: that one remembers its markup, and the browser cannot write out a hundred thousand levels.
  const html = `<!doctype html><meta charset="utf-8"><style>.gone { display: none }</style><body>${MENTION}<div id="place"></div>`;
  run.network.servePage(url, `${html}<script>${script}</script>`);
  const opened = await run.context.newPage();
  page = opened;
  const work = await ownWork(opened, async () => {
    await opened.goto(url);
    await tabOf(opened).marked(mark);
  });
  const tab = tabOf(opened);
  await tab.hover("BABA");
  expect(await tab.card("3.28 points")).toContain("$160.80");
  console.log(`${name}: ${work.ownMs.toFixed(0)} ms of ours until marked, ${work.heapMb.toFixed(1)} MB`);
  return work;
}

/**
 * A hundred thousand elements, each within the one before; drawn
 * by nobody, as the browser's own layout would not survive it.
 */
const deep = (each: string, last: string) => `
  place.className = "gone";
  let at = place;
  for (let level = 0; level < 100000; level += 1) {
    const inner = document.createElement("div");
    ${each}
    at.append(inner);
    at = inner;
  }
  ${last}`;

describe("a page is read to its end, and its card opens, with", () => {
  it.each([
    [
      "a text of ten megabytes full of companies",
      `"Microsoft rose, and so did $TSLA, said Acme Corp (NYSE: BABA). "`,
      10,
    ],
    // More than is read of any page.
    ["a text of three megabytes that is one word", `"A"`, 3],
  ])("%s", async (name, piece, megabytes) => {
    const script = `
      const piece = ${piece};
      place.textContent = piece.repeat(Math.ceil(${megabytes} * 2 ** 20 / piece.length));`;
    expect((await read(name, script)).heapMb).toBeLessThan(MOST_HEAP_MB);
  });

  it.each([
    ["a company on each of a hundred thousand levels", `inner.append("See $TSLA. ");`, ""],
    [
      "two thousand paragraphs a hundred thousand elements deep",
      "",
      `for (let count = 0; count < 2000; count += 1) {
        const p = document.createElement("p");
        p.textContent = "See $TSLA now";
        at.append(p);
      }`,
    ],
    [
      "two thousand paragraphs right in a shadow root a hundred thousand elements deep",
      "",
      `const root = at.attachShadow({ mode: "open" });
      for (let count = 0; count < 2000; count += 1) {
        const p = document.createElement("p");
        p.textContent = "See $TSLA now";
        root.append(p);
      }`,
    ],
  ])("%s", async (name, each, last) => {
    expect((await read(name, deep(each, last))).heapMb).toBeLessThan(MOST_HEAP_MB);
  });

  it("a quarter of a million mentions", async () => {
    const script = `
      for (let line = 0; line < 5000; line += 1) {
        const p = document.createElement("p");
        p.textContent = "$BABA $TSLA $MSFT $NVDA $AMZN $AAPL $META $GOOG $JD $BIDU ".repeat(5);
        place.append(p);
      }`;
    // Of so many in one view, those around its middle are drawn; the others can be hovered all the same.
    const { heapMb } = await read("a quarter of a million mentions", script, "$BABA");
    expect(heapMb).toBeLessThan(MOST_HEAP_OF_MENTIONS_MB);
  });

  it("a million different candidates that name nothing", async () => {
    const script = `
      const letters = [..."QRSTUVWXYZ"];
      for (let line = 0; line < 20000; line += 1) {
        const p = document.createElement("p");
        const word = (at) => "$Q" + [...String(line * 50 + at)].map((digit) => letters[digit]).join("");
        p.textContent = Array.from({ length: 50 }, (_, at) => word(at)).join(" ");
        place.append(p);
      }`;
    expect((await read("a million candidates", script)).heapMb).toBeLessThan(MOST_HEAP_MB);
  });
});
