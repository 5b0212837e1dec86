import { DEMO_MARKET, DEMO_NOW } from "../../../demo/market.mjs";
import texts from "../../../src/locales/en.json";
import type { ExtensionRun, Tab } from "./extension";
import { yahooWith } from "./market";
import type { OwnPage } from "./own-page";

const UNDERLINE_ALL = { look: { repeats: "all" } };

/**
 * Has the reader agree, as the welcome page's button does; in Firefox the browser may have asked already.
 * Has every mention underlined, so that tests see them all, unless told not to; `numbers` is how figures are written.
 */
export async function agree(run: ExtensionRun, { underlinesAll = true, numbers = "" } = {}): Promise<void> {
  await inOwnPage(run, agreeAnd, { look: { ...(underlinesAll ? UNDERLINE_ALL.look : {}), numbers } });
}

/** Runs `work` in a page of ours: the one that is open since the installation, or one for this alone. */
async function inOwnPage<A>(run: ExtensionRun, work: (argument: A) => Promise<void>, argument: A): Promise<void> {
  const welcome = await run.welcome();
  if (welcome) return welcome.evaluate(work, argument);
  const own = await run.openOwnPage("options");
  await own.evaluate(work, argument);
  await own.close();
}

/** Waits for the welcome page, and closes it, so that it is not the active tab. */
export async function closeWelcome(run: ExtensionRun): Promise<void> {
  await (await run.welcome())?.close();
}

/** Reads an address in the tab of the page before, where there is one: a new tab takes thrice the time. */
export async function visit(run: ExtensionRun, tab: Tab | undefined, url: string): Promise<Tab> {
  if (!tab) return run.open(url);
  await tab.toFront();
  // The page would find the pointer where the one before had its mention.
  await tab.leave();
  await tab.goTo(url);
  return tab;
}

/** Starts a browser whose reader has agreed, on the demo's market and day, with pages by their addresses. */
export async function startOnDemoMarket(
  start: (options: { fixedNow: number }) => Promise<ExtensionRun>,
  pages: Readonly<Record<string, string>>,
): Promise<ExtensionRun> {
  const run = await start({ fixedNow: DEMO_NOW });
  run.network.answerWith(yahooWith(DEMO_MARKET));
  for (const [address, html] of Object.entries(pages)) run.network.servePage(address, html);
  await agree(run);
  return run;
}

/** Asks the background as our pages do. */
async function agreeAnd(patch: object): Promise<void> {
  const { runtime } = Reflect.get(globalThis, "browser") ?? Reflect.get(globalThis, "chrome");
  const replies = [
    await runtime.sendMessage({ request: "give-consent", payload: {} }),
    await runtime.sendMessage({ request: "change-settings", payload: { patch } }),
  ];
  if (!replies.every(({ ok }) => ok)) throw new Error(`the reader could not agree: ${JSON.stringify(replies)}`);
}

/** A reader who has agreed, with the options page open and an article in its own tab, in which `ticker` is marked. */
export async function openBesideOptions(
  run: ExtensionRun,
  article: string,
  ticker: string,
): Promise<{ readonly options: OwnPage; readonly tab: Tab }> {
  await agree(run);
  await closeWelcome(run);
  const options = await run.openOwnPage("options");
  await options.reads(texts.options_about);
  const tab = await run.open(article);
  await tab.marked(ticker);
  return { options, tab };
}

/** Forgets all that the extension keeps, and has the reader agree anew. */
export async function startOver(run: ExtensionRun): Promise<void> {
  await inOwnPage(run, clearStorage, null);
  await run.killBackground();
  await inOwnPage(run, agreeAnd, UNDERLINE_ALL);
}

async function clearStorage(): Promise<void> {
  const { storage } = Reflect.get(globalThis, "browser") ?? Reflect.get(globalThis, "chrome");
  for (const area of [storage.local, storage.session, storage.sync]) await area.clear();
}

/**
 * Makes sure that the reader does not agree: what Firefox's own prompt took at install is taken back on the options
 * page.
 */
export async function disagree(run: ExtensionRun): Promise<void> {
  const options = await run.openOwnPage("options");
  const state = await options.reads(new RegExp(`${texts.options_withdraw}|${texts.options_consentOff}`));
  if (state.includes(texts.options_withdraw)) await options.pressButton(texts.options_withdraw);
  await options.reads(texts.options_consentOff);
  await options.close();
}
