import texts from "../../../src/locales/en.json";
import type { ExtensionRun } from "./extension";

/**
 * Agrees as a reader does, with the welcome page's button; in Firefox the browser may have asked already.
 * Has every mention underlined, so that tests see them all, unless told not to.
 */
export async function agree(run: ExtensionRun, { underlinesAll = true } = {}): Promise<void> {
  const welcome = await run.openOwnPage("welcome");
  await welcome.waitFor(pressOrDone, null);
  await welcome.waitFor(() => document.querySelector(".wl-consent .wl-done") !== null, null);
  if (underlinesAll) await welcome.evaluate(underlineAll, null);
  await welcome.close();
}

/** As the options page asks for it. */
async function underlineAll(): Promise<void> {
  const { runtime } = Reflect.get(globalThis, "browser") ?? Reflect.get(globalThis, "chrome");
  await runtime.sendMessage({ request: "change-settings", payload: { patch: { look: { repeats: "all" } } } });
}

/** Forgets all that the extension keeps, which takes a fraction of the time of another browser with a fresh profile. */
export async function startOver(run: ExtensionRun): Promise<void> {
  const options = await run.openOwnPage("options");
  await options.evaluate(clearStorage, null);
  await options.close();
  await run.killBackground();
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

function pressOrDone(): boolean {
  const button = document.querySelector<HTMLButtonElement>(".wl-consent button");
  button?.click();
  return button !== null || document.querySelector(".wl-consent .wl-done") !== null;
}
