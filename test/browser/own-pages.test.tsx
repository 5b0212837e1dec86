import axe from "axe-core";
import { render, type VNode } from "preact";
import { afterEach, describe, expect, it } from "vitest";
import { page } from "vitest/browser";
import curatedSites from "../../src/domain/curated-sites.json";
import { ok } from "../../src/domain/failure";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import { OptionsView } from "../../src/options/options-view";
import "../../src/options/options.css";
import type { Ask } from "../../src/platform/ask";
import { wearLook } from "../../src/ui/page-look";
import { createTextOf, type TextOf } from "../../src/ui/text";
import "../../src/welcome/welcome.css";
import { WelcomeView } from "../../src/welcome/welcome-view";
import { catalogueOf, LANGUAGES } from "../fakes/catalogues";

const NOW = Date.parse("2025-11-11T22:30:00Z");
const NOTHING_WITHHELD = { sources: false, sites: false };

let root: HTMLElement | null = null;

afterEach(() => {
  if (root) render(null, root);
  root?.remove();
  document.body.removeAttribute("class");
  document.documentElement.removeAttribute("style");
});

function welcome(text: TextOf, { agreed = false } = {}): VNode {
  return (
    <WelcomeView
      text={text}
      agreed={agreed}
      everywhere={false}
      withheld={NOTHING_WITHHELD}
      curatedCount={curatedSites.length}
      offered={{ count: 131, isOn: false }}
      askForOffered={async () => false}
      agree={() => undefined}
      askForAllSites={async () => false}
      allowWithheld={async () => false}
      openOptions={() => undefined}
    />
  );
}

function options(text: TextOf, language: string): VNode {
  const replies: Readonly<Record<string, unknown>> = {
    "settings-state": { settings: DEFAULT_SETTINGS, agreedAt: NOW, putAside: null, synced: true },
    "cache-size": { tickers: 42, bytes: 712_000 },
    watchlist: [],
  };
  return (
    <OptionsView
      ask={(async (request: string) => ok(replies[request] ?? null)) as Ask}
      text={text}
      language={language}
      version="0.1.0"
      curatedSites={curatedSites}
      keys={{ get: async () => null, set: async () => undefined } as never}
      onBroadcast={() => () => undefined}
      wearLook={() => undefined}
      currentAccess={async () => ({ granted: ["example.com"], withheld: NOTHING_WITHHELD })}
      askForSite={async () => true}
      askForAllSites={async () => true}
      askForWithheld={async () => true}
      giveBack={async () => undefined}
      shortcuts={async () => [{ title: text("command_closeCard"), shortcut: "" }]}
      openShortcuts={async () => undefined}
      download={() => undefined}
      now={() => NOW}
    />
  );
}

/** Draws a page of ours as its entry does. */
async function show(
  view: (text: TextOf, language: string) => VNode,
  language: string,
  theme: "light" | "dark" = "light",
): Promise<void> {
  const catalogue = catalogueOf(language);
  const text = createTextOf((key) => catalogue[key] ?? "");
  document.body.className = "sq";
  wearLook(document.body, { ...DEFAULT_SETTINGS.look, theme }, language.replace("_", "-"));
  root = document.createElement("div");
  document.body.append(root);
  render(view(text, language.replace("_", "-")), root);
  await expect.poll(() => root?.querySelectorAll("button").length).toBeGreaterThan(2);
}

/** Words and fields that the page's right edge cuts; what scrolls by itself may go on beyond it. */
function cut(width: number): string[] {
  const scrolling = [...document.querySelectorAll("*")].filter((one) => getComputedStyle(one).overflowX === "auto");
  return [...document.querySelectorAll<HTMLElement>("p, h1, h2, h3, label, legend, button, a, input, select, li")]
    .filter((one) => !scrolling.some((box) => box.contains(one)) && !one.closest(".sq-words"))
    .filter((one) => one.getBoundingClientRect().right > width + 0.5)
    .map((one) => `${one.localName}: ${one.textContent}`);
}

async function findings(rules: axe.RuleObject = {}): Promise<string[]> {
  const { violations } = await axe.run(root ?? document.body, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    rules,
  });
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

it("the welcome page keeps the focus in its sentence's section when the button to agree goes", async () => {
  await show((text) => welcome(text), "en");
  const agree = document.querySelector<HTMLElement>(".wl-try button");
  agree?.focus();
  const agreed = welcome((key) => key, { agreed: true });
  if (root) render(agreed, root);
  await expect.poll(() => agree?.isConnected).toBe(false);
  expect(document.activeElement?.className).toBe("wl-try");
});

it("the options keep the section in view in the list of sections, also where it is too narrow for all", async () => {
  await page.viewport(380, 700);
  await show(options, "en");
  const nav = document.querySelector("nav");
  const isInView = (id: string) => {
    const link = nav?.querySelector(`[href="#${id}"][aria-current]`)?.getBoundingClientRect();
    return link !== undefined && link.left >= 0 && link.right <= 380;
  };
  for (const id of ["source", "about", "card"]) {
    document.getElementById(id)?.scrollIntoView({ behavior: "instant" });
    await expect.poll(() => isInView(id)).toBe(true);
    expect(document.getElementById(id)?.getBoundingClientRect().top).toBeLessThan(700);
  }
});

it.each(LANGUAGES)("the options have each switch beside its words, however many they are, in %s", async (language) => {
  await show(options, language);
  for (const width of [320, 1280]) {
    await page.viewport(width, 700);
    const below = [...document.querySelectorAll<HTMLElement>(".pg-switch")].filter(
      (one) => (one.previousElementSibling?.getBoundingClientRect().right ?? 0) > one.getBoundingClientRect().left,
    );
    expect(below.map((one) => one.parentElement?.innerText)).toEqual([]);
  }
});

describe.each([
  ["welcome", (text: TextOf) => welcome(text)],
  ["options", options],
] as const)("the %s page", (_, view) => {
  it.each(LANGUAGES)("fits windows of 320 to 900 pixels, and twice the text, in %s", async (language) => {
    await show(view, language);
    for (const [width, percent] of [
      [320, 100],
      [400, 100],
      [640, 200],
      [900, 100],
    ] as const) {
      await page.viewport(width, 700);
      document.documentElement.style.fontSize = `${percent}%`;
      expect(cut(width), `${width} pixels, ${percent} %`).toEqual([]);
      expect(document.documentElement.scrollWidth, `${width} pixels, ${percent} %`).toBeLessThanOrEqual(width);
    }
  });

  it("is written in the size of text that the reader has chosen in the browser", async () => {
    await page.viewport(900, 700);
    await show(view, "en");
    const sizes = () =>
      [...(root?.querySelectorAll("p, li, button") ?? [])].map((each) => getComputedStyle(each).fontSize);
    const before = sizes();
    document.documentElement.style.fontSize = "200%";
    const twice = before.map((size) => `${2 * Number.parseFloat(size)}px`);
    expect(sizes().filter((size, at) => size !== twice[at])).toEqual([]);
  });

  it.each(["light", "dark"] as const)("has contrast and passes axe, %s", async (theme) => {
    await show(view, "en", theme);
    expect(await findings()).toEqual([]);
  });

  // Colours are the same in every language, and to measure them takes axe longest.
  it.each(LANGUAGES)("passes axe in %s", async (language) => {
    await show(view, language);
    expect(await findings({ "color-contrast": { enabled: false } })).toEqual([]);
  });
});
