import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, type CDPSession, chromium, type Page } from "playwright";
import { DIRECTORY_FILES } from "../../src/background/directory/directory-refresh";
import type { StatedDates } from "../../src/domain/article";
import type { PayloadOf } from "../../src/protocol/requests";
import { findChromium } from "../find-browser.mjs";
import { buildForDetect } from "./detect-build";

/** A mention as `detect` prints it; `before` and `after` are up to 30 characters of visible text. */
export interface DetectedMention {
  readonly ticker: string;
  readonly surface: string;
  readonly evidence: string;
  readonly before: string;
  readonly after: string;
}

/** A block of visible text with its mentions. */
export interface DetectedBlock {
  readonly text: string;
  readonly named: readonly { readonly ticker: string; readonly start: number; readonly end: number }[];
}

/** What was found in one page, and what the background was asked for it. */
export interface Detection {
  readonly title: string;
  readonly mentions: readonly DetectedMention[];
  readonly blocks: readonly DetectedBlock[];
  /** The `lang` of the page, empty without one. */
  readonly lang: string;
  /** What the background was asked about the page. */
  readonly asked: PayloadOf<"identify">;
  /** What the page states about when it was published. */
  readonly stated: Omit<StatedDates, "path">;
  /** Reading, without the wait for the background; milliseconds. */
  readonly scanMs: number;
  readonly identifyMs: number;
}

/** A browser with the built extension, in which pages are read one after the other. */
export interface DetectBrowser {
  readonly detect: (html: string) => Promise<Detection>;
  readonly close: () => Promise<void>;
}

/** An address at which the content script runs. */
const PAGE_ADDRESS = "https://www.reuters.com/detect";
const LIMIT_MS = 20_000;
/** Page scripts, frames and the network are off; styles of the page itself stay. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/**
 * Starts the built extension in headless Chromium without network; `directoryFolder` stands in for the official lists.
 */
export async function startDetectBrowser(directoryFolder: string | null): Promise<DetectBrowser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error("no Chromium: run node tools/set-up.mjs");
  const folder = await mkdtemp(join(tmpdir(), "sidequote-detect-"));
  const extension = join(folder, "extension");
  await buildForDetect(extension);
  const context = await chromium.launchPersistentContext(join(folder, "profile"), {
    executablePath,
    headless: true,
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
    ],
  });
  let html = "";
  await context.route(/^https?:/, async (route) => {
    const url = route.request().url();
    const file =
      directoryFolder === null ? undefined : Object.values(DIRECTORY_FILES).find((address) => address === url);
    if (file && directoryFolder !== null) {
      return route.fulfill({ contentType: "text/plain", body: await readFile(join(directoryFolder, basename(file))) });
    }
    if (url !== PAGE_ADDRESS) return route.abort("connectionfailed");
    return route.fulfill({
      contentType: "text/html; charset=utf-8",
      headers: { "content-security-policy": POLICY },
      body: html,
    });
  });
  await agree(context, directoryFolder !== null);
  return {
    detect: async (text) => {
      html = text;
      const page = await context.newPage();
      try {
        return await detectOn(page, context);
      } finally {
        await page.close();
      }
    },
    close: async () => {
      await context.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Gives consent as the welcome page's button does, and waits for the full directory where one is to come. */
async function agree(context: BrowserContext, full: boolean): Promise<void> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker", { timeout: LIMIT_MS }));
  const page = await context.newPage();
  await page.goto(`chrome-extension://${new URL(worker.url()).host}/options.html`);
  const ask = (request: string, payload: object) =>
    page.evaluate((message) => Reflect.get(globalThis, "chrome").runtime.sendMessage(message), { request, payload });
  if (full) {
    await ask("give-consent", {});
    for (const end = Date.now() + LIMIT_MS; ; ) {
      const state = await ask("directory-state", {});
      if (state?.ok && state.value.fetchedAt !== null) break;
      if (Date.now() > end) throw new Error("the full directory was not taken: see its files");
      await page.waitForTimeout(50);
    }
  }
  await ask("identify", { blocks: [] });
  await page.close();
}

async function detectOn(page: Page, context: BrowserContext): Promise<Detection> {
  const session = await context.newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const worlds = ownWorlds(session, frameTree.frame.id);
  await session.send("Runtime.enable");
  await page.goto(PAGE_ADDRESS, { waitUntil: "domcontentloaded", timeout: LIMIT_MS });
  const end = Date.now() + LIMIT_MS;
  for (;;) {
    const world = worlds();
    const found = world === null ? null : await recordIn(session, world);
    if (found) return { ...found, title: await page.title() };
    if (Date.now() > end) throw new Error("the content script did not answer");
    await page.waitForTimeout(10);
  }
}

/** Finds the content script's isolated world in the page's top frame; null until it is there. */
function ownWorlds(session: CDPSession, frameId: string): () => number | null {
  let id: number | null = null;
  session.on("Runtime.executionContextCreated", ({ context }) => {
    const { type, frameId: frame } = context.auxData ?? {};
    if (type === "isolated" && frame === frameId && context.name === "Sidequote") id = context.id;
  });
  session.on("Runtime.executionContextsCleared", () => {
    id = null;
  });
  return () => id;
}

async function recordIn(session: CDPSession, contextId: number): Promise<Omit<Detection, "title"> | null> {
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
    expression: `(${readRecord})()`,
    contextId,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) {
    if (/context/i.test(exceptionDetails.text)) return null;
    throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  }
  return result.value ?? null;
}

function basename(address: string): string {
  return address.slice(address.lastIndexOf("/") + 1);
}

/** Runs in the content script's world: its mentions, with the visible text around each. */
const readRecord = `async () => {
  const record = globalThis["sidequote.detect"];
  if (!record) return null;
  await record.scanner.settled;
  const unseen = "script,style,noscript,template,svg,iframe,select,textarea,[hidden]";
  const inline = new Set("A ABBR B BDI BDO CITE DATA DEL EM FONT I INS LABEL MARK Q S SMALL SPAN STRONG SUB SUP TIME U VAR".split(" "));
  const places = new Map();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let text = "";
  let last = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || parent.closest(unseen)) continue;
    let block = parent;
    while (inline.has(block.nodeName) && block.parentElement) block = block.parentElement;
    if (block !== last) text += "\\n";
    last = block;
    places.set(node, text.length);
    text += node.data.replace(/\\s/g, " ");
  }
  const named = [];
  const squashed = (part) => part.replace(/\\s+/g, " ");
  const mentions = record.scanner.mentions().map((mention) => {
    const { ticker, surface, evidence } = mention;
    const spans = record.spansOf(mention);
    const from = (places.get(spans[0]?.node) ?? 0) + (spans[0]?.start ?? 0);
    const end = spans.at(-1);
    const to = (places.get(end?.node) ?? 0) + (end?.end ?? 0);
    named.push({ ticker, start: from, end: to });
    return {
      ticker,
      surface,
      evidence,
      before: squashed(text.slice(Math.max(0, from - 90), from)).slice(-30),
      after: squashed(text.slice(to, to + 90)).slice(0, 30),
    };
  });
  let offset = 0;
  const blocks = text.split("\\n").map((line) => {
    const start = offset;
    offset += line.length + 1;
    const inside = named.filter((one) => one.start >= start && one.end <= start + line.length);
    const inLine = ({ ticker, start: from, end }) => ({ ticker, start: from - start, end: end - start });
    return { text: line, named: inside.map(inLine) };
  });
  const all = (selector, read) => Array.from(document.querySelectorAll(selector), read);
  const stated = {
    structured: all(
      'script[type="application/ld+json"]',
      (script) => /"datePublished"\\s*:\\s*"([^"]{8,40})"/.exec(script.textContent ?? "")?.[1] ?? "",
    ),
    meta: all(
      'meta[property$="published_time"],meta[itemprop="datePublished"],meta[name="date" i],meta[name="pubdate" i]',
      (meta) => meta.content,
    ),
    times: all("time[datetime]", (time) => time.dateTime),
  };
  const lang = document.documentElement.lang;
  const asked = record.asked ?? { blocks: [] };
  const { totalMs, identifyMs } = record;
  return { mentions, blocks, lang, stated, asked, scanMs: totalMs - identifyMs, identifyMs };
}`;
