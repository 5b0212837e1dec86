import { beforeEach, describe, expect, it } from "vitest";
import { LONGEST_TEXT, MOST_LINKS, MOST_TEXTS } from "../../src/domain/detection/mention";
import { createMemoryStore } from "../fakes/memory-store";
import { createBackground, type FakeBackground } from "./fake-background";
import { becomeExtension, contentSender } from "./own-runtime";

becomeExtension();
const { route } = await import("../../src/platform/serve");

/** What a message that holds more than a page may send costs before it is refused. */
const REFUSED_MS = 500;
/**
 * The largest question that is answered at all, of a page that is nothing but companies: 4 s on two busy processors.
 */
const LARGEST_MS = 10_000;
const LARGEST_MB = 200;
/** Thousands of small questions a page can ask in a second. */
const SMALL_MS_EACH = 1;

let background: FakeBackground;
beforeEach(() => {
  background = createBackground(createMemoryStore());
});

const send = (request: string, payload: unknown) =>
  route(background.handlers, { request, payload }, contentSender() as never);

/** Processor time and memory that work takes in the background's own code: what other programs take does not count. */
async function costOf(work: () => unknown): Promise<{ ms: number; mb: number }> {
  const heapBefore = process.memoryUsage().heapUsed;
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  const cost = { ms: (user + system) / 1000, mb: (process.memoryUsage().heapUsed - heapBefore) / 1e6 };
  console.log(`${cost.ms.toFixed(0)} ms, ${cost.mb.toFixed(0)} MB`);
  return cost;
}

const LINK = { start: 0, end: 3, surface: "https://finance.yahoo.com/quote/BABA BABA" };
const block = (text: string, links = 0) => ({ text, links: Array.from({ length: links }, () => ({ ...LINK })) });

describe("the background's processor time and memory", () => {
  it.each([
    ["700,000 quote links", () => Array.from({ length: 700 }, () => block("BABA", 1_000))],
    ["more blocks than a page has", () => Array.from({ length: MOST_TEXTS * 20 }, () => block("BABA"))],
  ])("are hardly touched by a message with %s, which is refused", async (_, make) => {
    const payload = { blocks: make() };
    let answer: unknown = "none";
    const { ms } = await costOf(() => {
      answer = send("identify", payload);
    });
    expect(answer).toBeNull();
    expect(ms).toBeLessThanOrEqual(REFUSED_MS);
  });

  it.each([
    ["as many quote links as may be", () => [block("BABA ".repeat(50), 1_000), ...four(() => block("BABA", 1_000))]],
    ["a million letters of companies", () => fifty(() => block("Alibaba (BABA) and Apple. ".repeat(760)))],
    ["a million letters that name nobody", () => fifty(() => block("Zyxw Vuts (QQQQX) ".repeat(1_100)))],
    ["a million capitals", () => fifty(() => block("AI ALL NOW IT ON ".repeat(1_170)))],
  ])("are bounded for a question with %s", async (_, make) => {
    const blocks = make().map(({ text, links }) => ({ text: text.slice(0, LONGEST_TEXT), links }));
    expect(blocks.flatMap(({ links }) => links).length).toBeLessThanOrEqual(MOST_LINKS);
    let answer: unknown;
    const { ms, mb } = await costOf(async () => {
      answer = await send("identify", { blocks });
    });
    expect(answer).toMatchObject({ ok: true });
    expect(ms).toBeLessThanOrEqual(LARGEST_MS);
    expect(mb).toBeLessThanOrEqual(LARGEST_MB);
  });

  it("are bounded for a storm of small questions", async () => {
    const storm = 5_000;
    const { ms, mb } = await costOf(async () => {
      for (let at = 0; at < storm; at += 1) {
        await send("describe", { ticker: `T${at % 900}` });
        await send("report-mentions", { tickers: ["BABA"] });
      }
    });
    expect(ms / (2 * storm)).toBeLessThanOrEqual(SMALL_MS_EACH);
    expect(mb).toBeLessThanOrEqual(LARGEST_MB);
  });
});

function four<T>(make: () => T): T[] {
  return Array.from({ length: 4 }, make);
}

function fifty<T>(make: () => T): T[] {
  return Array.from({ length: 50 }, make);
}
