import { render } from "preact";
import { afterEach, expect, it } from "vitest";
import { page, userEvent } from "vitest/browser";
import { createConsent } from "../../src/background/consent";
import { createSettingsStore } from "../../src/background/settings";
import { createSettingsRequests } from "../../src/background/settings-requests";
import { createWatchlistStore } from "../../src/background/watchlist";
import { fail, ok } from "../../src/domain/failure";
import { DEFAULT_SETTINGS, LIST_LIMIT, type SettingsPatch } from "../../src/domain/settings";
import { OptionsView } from "../../src/options/options-view";
import type { Ask } from "../../src/platform/ask";
import { createMemoryStore } from "../fakes/memory-store";
import { englishText } from "../fakes/popup-deps";

const NOW = Date.parse("2025-11-11T22:30:00Z");

let root: HTMLElement | null = null;
afterEach(() => {
  if (root) render(null, root);
  root?.remove();
});

/** The options page over the background's own settings, which begin with the defaults and `patch`. */
async function show(
  patch: SettingsPatch = {},
  {
    fails = () => false,
    keys = new Map(),
    kept = () => 0,
    grants = true,
    shortcut = () => null,
  }: {
    readonly fails?: () => boolean;
    readonly keys?: Map<string, string>;
    /** Of how many companies closes are kept. */
    readonly kept?: () => number;
    /** What the browser's prompt for sites answers. */
    readonly grants?: boolean;
    /** The key of the one command that the browser knows; null for a browser without commands. */
    readonly shortcut?: () => string | null;
  } = {},
) {
  const shared = { local: createMemoryStore(), sync: createMemoryStore(), now: () => NOW, changed: () => undefined };
  const settings = createSettingsStore(shared);
  await settings.change(patch);
  const consent = createConsent({ ...shared, browserAgreed: async () => false });
  const requests = createSettingsRequests(settings, createWatchlistStore(shared), consent);
  const asked: string[] = [];
  const ask = async (request: string, payload: never) => {
    asked.push(request);
    if (fails()) return fail({ kind: "no-answer" });
    if (request === "cache-size") return ok({ tickers: kept(), bytes: 0 });
    const handler: unknown = Reflect.get(requests, request);
    return typeof handler === "function" ? handler(payload, { role: "own-page", incognito: false }) : ok([]);
  };
  root = document.createElement("div");
  document.body.append(root);
  render(
    <OptionsView
      ask={ask as unknown as Ask}
      text={englishText}
      language="en-US"
      version="0.1.0"
      curatedSites={[]}
      keys={{ get: async (id) => keys.get(id) || null, set: async (id, key) => void keys.set(id, key) }}
      onBroadcast={() => () => undefined}
      wearLook={() => undefined}
      currentAccess={async () => ({ granted: [], withheld: { sources: false, sites: false } })}
      askForSite={async (site) => {
        asked.push(`permission for ${site}`);
        return grants;
      }}
      askForAllSites={async () => grants}
      askForWithheld={async () => true}
      giveBack={async () => undefined}
      shortcuts={async () => {
        const key = shortcut();
        return key === null ? [] : [{ title: "Show the card", shortcut: key }];
      }}
      openShortcuts={async () => undefined}
      download={() => undefined}
      now={() => NOW}
    />,
    root,
  );
  await expect.poll(() => root?.querySelector("button")).not.toBeNull();
  return { settings, asked };
}

const reads = (text: string) => expect.poll(() => document.body.innerText).toContain(text);
const group = (name: string) => page.getByRole("group", { name, exact: true });

it("a word that the full list has no room for is not told as saved", async () => {
  const never = Array.from({ length: LIST_LIMIT }, (_, index) => `word ${index}`);
  const { settings } = await show({ detection: { never } });
  await group("Never mark").getByRole("textbox").fill("zebra");
  await group("Never mark").getByRole("button", { name: "Add" }).click();
  await reads("Not saved: Never mark");
  await expect.poll(() => document.body.innerText).not.toContain("zebra");
  expect((await settings.read()).detection.never).toEqual(never);
});

it("a site that the full list has no room for stays in its field, and the reader is told why", async () => {
  const off = Array.from({ length: LIST_LIMIT }, (_, index) => `site-${index}.example`);
  await show({ sites: { off } });
  const field = group("Turned off").getByRole("textbox");
  await field.fill("bank.example");
  await group("Turned off").getByRole("button", { name: "Add", exact: true }).click();
  await reads("The list is full, so nothing was changed.");
  await expect.element(field).toHaveValue("bank.example");
});

it("an empty field is not told to be no site", async () => {
  await show();
  const add = group("Turned off").getByRole("button", { name: "Add", exact: true });
  await group("Turned off").getByRole("textbox").fill("nowhere");
  await add.click();
  await reads("“nowhere” is not a site.");
  await group("Turned off").getByRole("textbox").fill(" ");
  await add.click();
  await expect.poll(() => document.body.innerText).not.toContain("is not a site.");
});

it("no permission is asked for at a site that is never read", async () => {
  const { asked } = await show();
  await group("Added by you").getByRole("textbox").fill("https://mail.google.com/mail");
  await group("Added by you").getByRole("button", { name: "Add", exact: true }).click();
  await reads("mail, banking and health sites are never read.");
  expect(asked.filter((request) => request.startsWith("permission"))).toEqual([]);
  await group("Added by you").getByRole("textbox").fill("example.com");
  await group("Added by you").getByRole("button", { name: "Add", exact: true }).click();
  await expect.poll(() => asked).toContain("permission for example.com");
  await expect.poll(() => document.body.innerText).not.toContain("are never read.");
});

it("says that all sites were not granted", async () => {
  await show({}, { grants: false });
  await page.getByRole("button", { name: "Turn on at all sites" }).click();
  await reads("Not granted. Nothing has changed.");
});

it("what is no ticker is not taken as a benchmark, and the reader is told so", async () => {
  await show();
  const field = page.getByRole("textbox", { name: "Another ticker" });
  await field.fill("the market");
  await userEvent.keyboard("{Enter}");
  await reads("“the market” is not a ticker.");
  await field.fill("QQQ");
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => document.body.innerText).not.toContain("is not a ticker");
});

it("a field that is emptied for another key stays where it is", async () => {
  await show({}, { keys: new Map([["tiingo", "secret"]]) });
  const field = page.getByRole("textbox", { name: "Your Tiingo key" });
  await expect.element(field).toHaveValue("secret");
  await field.fill("");
  await page.getByRole("checkbox", { name: "Underline companies in the page" }).click();
  await reads("Saved");
  await expect.element(field).toBeVisible();
});

it("offers no shortcuts where the browser has none", async () => {
  await show();
  await reads("Keyboard");
  expect(document.body.innerText).not.toContain("Change them in the browser");
});

it("what is kept and which keys there are is read again when the reader comes back from another tab", async () => {
  let [kept, shortcut] = [0, ""];
  await show({}, { kept: () => kept, shortcut: () => shortcut });
  await reads("closes are kept on this computer: 0,");
  await reads("not set");
  [kept, shortcut] = [7, "Alt+Shift+Q"];
  document.dispatchEvent(new Event("visibilitychange"));
  await reads("closes are kept on this computer: 7,");
  await reads("Alt+Shift+Q");
  await expect.element(page.getByRole("button", { name: "Clear" })).toHaveAttribute("aria-disabled", "false");
});

it("the slider's value is saved as soon as it is let go, and each step of a key", async () => {
  const { settings, asked } = await show();
  const slider = page.getByRole("slider");
  await slider.click({ position: { x: 2, y: 5 } });
  expect(asked.filter((request) => request === "change-settings")).toHaveLength(1);
  await expect.poll(async () => (await settings.read()).trigger.dwellMs).toBeLessThan(200);
  const before = (await settings.read()).trigger.dwellMs;
  await userEvent.keyboard("{ArrowRight}");
  await expect.poll(async () => (await settings.read()).trigger.dwellMs).toBe(before + 20);
  expect(DEFAULT_SETTINGS.trigger.dwellMs).toBe(300);
});

it("settings that could not be read are not a blank page, and are read again when the reader asks for it", async () => {
  let fails = true;
  await show({}, { fails: () => fails });
  await reads("Sidequote did not answer in time.");
  fails = false;
  await page.getByRole("button", { name: "Try again" }).click();
  await reads("Sidequote options");
});

it("an item that the reader removes passes the focus to its neighbour, and the last one to the field", async () => {
  await show({ detection: { never: ["apple", "meta", "visa"] } });
  const remove = async (word: string) => {
    const button = group("Never mark").getByRole("button", { name: `Remove ${word}` });
    (button.element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
  };
  const focused = () => expect.poll(() => document.activeElement?.textContent);
  await remove("meta");
  await focused().toBe("visa");
  await remove("visa");
  await focused().toBe("apple");
  await remove("apple");
  await expect.element(group("Never mark").getByRole("textbox")).toHaveFocus();
});

it("a source that has come to the end of the order keeps the focus on its button", async () => {
  await show();
  const down = page.getByRole("button", { name: "Move Yahoo Finance down" });
  (down.element() as HTMLElement).focus();
  for (let press = 0; press < 6; press += 1) await userEvent.keyboard("{Enter}");
  await expect.element(down).toHaveAttribute("aria-disabled", "true");
  await expect.element(down).toHaveFocus();
});

it("a word stands on a list once, however it is written", async () => {
  const { settings } = await show({ detection: { never: ["Apple"] } });
  for (const word of ["APPLE", "Berkshire   Hathaway", "berkshire hathaway"]) {
    await group("Never mark").getByRole("textbox").fill(word);
    await userEvent.keyboard("{Enter}");
  }
  await expect.poll(async () => (await settings.read()).detection.never).toEqual(["Apple", "Berkshire Hathaway"]);
});

it("a button keeps the focus while it has nothing to do, and one that goes passes it to its section", async () => {
  await show({ card: { form: "compact" } });
  const press = async (name: string) => {
    (page.getByRole("button", { name }).element() as HTMLElement).focus();
    await userEvent.keyboard("{Enter}");
  };
  await press("Reset all settings");
  await reads("All settings are back to their defaults.");
  const reset = page.getByRole("button", { name: "Reset all settings" });
  await expect.element(reset).toHaveAttribute("aria-disabled", "true");
  await expect.element(reset).toHaveFocus();
  await press("Undo");
  await expect.poll(() => document.activeElement?.id).toBe("backup");
});
