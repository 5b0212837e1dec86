import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_NOW } from "../../demo/market.mjs";
import { BROWSERS } from "../e2e/harness/browsers";
import type { ExtensionRun, Tab } from "../e2e/harness/extension";
import { frames } from "../e2e/harness/in-page";
import { NEWS, newsPage } from "../e2e/harness/pages";
import { agree } from "../e2e/harness/reader";

const LETTER = "<p>Alibaba Group Holding Ltd. (NYSE: BABA) closed lower.</p>";
const MAIL = "https://mail.google.com";
/** A site that the extension knows nothing of. */
const ELSEWHERE = "https://letters.example.org";
/** As many frames as the marks of a page take several times over. */
const LONG_ENOUGH = 120;

/** A page, and what it makes without an address of its own: two frames, a blob to open, a window to print. */
const PAGE = newsPage(`${LETTER}
<iframe srcdoc="${LETTER}"></iframe>
<iframe id=blank></iframe>
<p><a id=blob target=_blank>As a file</a></p><p><button id=print>Print</button></p>
<script>
  const letter = ${JSON.stringify(LETTER)};
  document.querySelector("#blank").contentDocument.body.innerHTML = letter;
  document.querySelector("#blob").href = URL.createObjectURL(new Blob([letter], { type: "text/html" }));
  document.querySelector("#print").onclick = () => { open("").document.body.innerHTML = letter; };
</script>`);

describe.each(BROWSERS)("in $name,", ({ start }) => {
  let run: ExtensionRun;
  beforeAll(async () => {
    run = await start({ fixedNow: DEMO_NOW });
    for (const site of [MAIL, NEWS, ELSEWHERE]) run.network.servePage(`${site}/page`, PAGE);
    await agree(run);
  });
  afterAll(() => run?.close());

  it("a page and the frames it makes are read", async () => {
    const tab = await run.open(`${NEWS}/page`);
    await tab.waitFor(areMarked, 3);
    await tab.close();
  });

  it("a page of XHTML is read, and what its form gives out is not", async () => {
    const page = `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>News</title></head>
      <body><p>Alibaba Group Holding Ltd. closed <b>lower</b>.</p><output>Netflix, Inc. (NASDAQ: NFLX)</output></body></html>`;
    run.network.servePage(`${NEWS}/xhtml`, page, { "content-type": "application/xhtml+xml; charset=utf-8" });
    const tab = await run.open(`${NEWS}/xhtml`);
    await tab.marked("Alibaba Group Holding Ltd");
    expect((await tab.marks()).filter((mark) => /NFLX|Netflix/.test(mark))).toEqual([]);
    await tab.close();
  });

  it("a frame that is an editor as a whole is not read, nor a part of it that is not editable now", async () => {
    const editor = `<script>document.designMode = 'on'</script>${LETTER}<div contenteditable=false>${LETTER}</div>`;
    run.network.servePage(
      `${NEWS}/editor`,
      newsPage(`${LETTER}<iframe srcdoc="${editor}"></iframe><iframe srcdoc="${LETTER}"></iframe>`),
    );
    const tab = await run.open(`${NEWS}/editor`);
    await tab.waitFor(areMarked, 2);
    await tab.evaluate(frames, LONG_ENOUGH);
    expect(await tab.evaluate(countMarked, null)).toBe(2);
    await tab.close();
  });

  it("mail is not, nor any frame, window or file that it makes, where all sites are granted", async () => {
    const options = await run.openOwnPage("options");
    await run.allow(["https://*/*", "http://*/*"], () => options.pressButton("Turn on at all sites"));
    await options.reads("Stop at all sites");
    await options.close();
    const elsewhere = await run.open(`${ELSEWHERE}/page`);
    await elsewhere.waitFor(areMarked, 3);
    await elsewhere.close();
    const tab = await run.open(`${MAIL}/page`);
    await tab.evaluate(frames, LONG_ENOUGH);
    expect(await tab.evaluate(countMarked, null)).toBe(0);
    for (const id of ["#blob", "#print"]) {
      await tab.toFront();
      const made = await run.opened(() => click(tab, id));
      await made.waitFor(() => document.body.innerText.includes("Alibaba"), null);
      await made.toFront();
      await made.evaluate(frames, LONG_ENOUGH);
      expect(await made.evaluate(countMarked, null)).toBe(0);
      await made.close();
    }
    await tab.close();
  });
});

async function click(tab: Tab, id: string): Promise<void> {
  const { x, y } = await tab.evaluate((id) => {
    const box = document.querySelector(id)?.getBoundingClientRect();
    return { x: (box?.x ?? 0) + 5, y: (box?.y ?? 0) + 5 };
  }, id);
  await tab.mouse.click(x, y);
}

// The functions below run inside the page: each stands alone.

/** How many of the page and its frames have marks. */
function countMarked(): number {
  const places: Window[] = [window, ...Array.from({ length: window.length }, (_, at) => window[at] as Window)];
  return places.filter((place) => (place as unknown as { CSS: typeof CSS }).CSS.highlights.size > 0).length;
}

function areMarked(expected: number): boolean {
  const places: Window[] = [window, ...Array.from({ length: window.length }, (_, at) => window[at] as Window)];
  return (
    places.filter((place) => (place as unknown as { CSS: typeof CSS }).CSS.highlights.size > 0).length === expected
  );
}
