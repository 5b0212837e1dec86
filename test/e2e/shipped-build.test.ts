import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { type ChromiumRun, startChromium } from "./harness/chromium";
import { yahooWith } from "./harness/market";
import { ALIBABA, NEWS } from "./harness/pages";
import { agree } from "./harness/reader";

const ARTICLE = `${NEWS}/markets/alibaba`;

interface DomNode {
  readonly nodeName: string;
  readonly nodeValue: string;
  readonly shadowRootType?: string;
  readonly children?: readonly DomNode[];
  readonly shadowRoots?: readonly DomNode[];
}

/** All text below a node, shadow roots included. */
function textOf(node: DomNode): string {
  const inner = [...(node.shadowRoots ?? []), ...(node.children ?? [])].map(textOf).join(" ");
  return node.nodeName === "#text" ? node.nodeValue : inner;
}

function closedRoots(node: DomNode): DomNode[] {
  const inner = [...(node.shadowRoots ?? []), ...(node.children ?? [])].flatMap(closedRoots);
  return node.shadowRootType === "closed" ? [node, ...inner] : inner;
}

describe("the card as it ships", () => {
  let run: ChromiumRun;
  beforeAll(async () => {
    run = await startChromium({ fixedNow: DEMO_NOW, openCard: false });
    run.network.answerWith(yahooWith(DEMO_MARKET));
    run.network.servePage(ARTICLE, ALIBABA);
    await agree(run);
  });
  afterAll(() => run?.close());

  it("holds the figures in a root that the page cannot open", async () => {
    const tab = await run.open(ARTICLE);
    await tab.marked("BABA");
    await tab.hover("BABA");
    await tab.waitFor(() => document.querySelector(":popover-open") !== null, null);
    expect(await tab.evaluate(() => document.querySelector(":popover-open")?.shadowRoot ?? null, null)).toBeNull();
    await expect.poll(() => closedText(run), { timeout: 10_000 }).toContain("−3.28 pp");
  });
});

/** The text of every closed root in the newest tab, as the browser's debugging protocol sees it. */
async function closedText(run: ChromiumRun): Promise<string> {
  const page = run.context.pages().at(-1);
  if (!page) return "";
  const session = await run.context.newCDPSession(page);
  const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
  await session.detach();
  return closedRoots(root as DomNode)
    .map(textOf)
    .join("\n");
}
