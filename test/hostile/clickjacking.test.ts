import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DEMO_MARKET, DEMO_NOW } from "../../demo/market.mjs";
import { type ChromiumRun, startChromium } from "../e2e/harness/chromium";
import type { Tab } from "../e2e/harness/extension";
import { yahooWith } from "../e2e/harness/market";
import { ALIBABA, NEWS } from "../e2e/harness/pages";
import { agree } from "../e2e/harness/reader";

const PAGE = `${NEWS}/clickjacking`;

/** A card that has stood for less than half a second refuses every click; none of these tests is to pass for that reason. */
const STEADY_FRAMES = 45;

/** What a page does to the card before the reader clicks where the star is. Runs in the page, with the card's host. */
const TRICKS: Readonly<Record<string, (host: HTMLElement) => void>> = {
  "fades the host": (host) => host.style.setProperty("opacity", "0", "important"),
  "fades the whole page": () => document.documentElement.style.setProperty("opacity", "0.01"),
  "fades the body": () => document.body.style.setProperty("opacity", "0"),
  "animates the host away": (host) => {
    host.animate([{ opacity: 0 }, { opacity: 0 }], { duration: 1e7, fill: "forwards" });
  },
  "animates the page away": () => {
    document.documentElement.animate([{ opacity: 0 }, { opacity: 0 }], { duration: 1e7, fill: "forwards" });
  },
  "filters the page": () => document.documentElement.style.setProperty("filter", "opacity(0)"),
  "turns the page": () => document.documentElement.style.setProperty("transform", "rotate(180deg)"),
  "clips the page": () => document.documentElement.style.setProperty("clip-path", "inset(100%)"),
  "masks the page": () =>
    document.documentElement.style.setProperty("mask-image", "linear-gradient(transparent, transparent)"),
  "blends the page": () => document.documentElement.style.setProperty("mix-blend-mode", "screen"),
  "clips the host": (host) => host.style.setProperty("clip-path", "inset(100%)", "important"),
  "moves the host": (host) => host.style.setProperty("translate", "300px 200px", "important"),
  "scales the host": (host) => host.style.setProperty("scale", "0.01", "important"),
  "animates the host elsewhere": (host) => {
    const moved = { transform: "translate(0, 2000px) scale(.01)" };
    host.animate([moved, moved], { duration: 1e7, fill: "forwards" });
  },
  "covers the card with a popover that lets clicks through": () => {
    const cover = document.createElement("div");
    cover.popover = "manual";
    cover.style.cssText = "position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none";
    document.body.append(cover);
    cover.showPopover();
  },
  "puts its own popover on top anew on each frame": () => {
    const cover = document.createElement("div");
    cover.popover = "manual";
    cover.style.cssText = "position:fixed;inset:0;width:100vw;height:100vh;opacity:.02;pointer-events:none";
    document.body.append(cover);
    const rise = () => {
      if (cover.matches(":popover-open")) cover.hidePopover();
      cover.showPopover();
      requestAnimationFrame(rise);
    };
    rise();
  },
  "covers all of the card but its star": (host) => {
    const star = host.shadowRoot?.querySelector(".star")?.getBoundingClientRect();
    const cover = document.createElement("div");
    cover.popover = "manual";
    cover.style.cssText = `position:fixed;inset:${(star?.bottom ?? 0) + 1}px 0 0 0;margin:0;width:100vw;height:100vh;background:#fff`;
    document.body.append(cover);
    cover.showPopover();
  },
  "covers it from within an open shadow root": () => {
    const outer = document.createElement("div");
    const cover = document.createElement("div");
    cover.popover = "manual";
    cover.style.cssText = "position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none";
    outer.attachShadow({ mode: "open" }).append(cover);
    document.body.append(outer);
    cover.showPopover();
  },
  "covers it from within a closed shadow root": () => {
    const outer = document.createElement("div");
    const cover = document.createElement("div");
    cover.popover = "manual";
    cover.style.cssText = "position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none";
    outer.attachShadow({ mode: "closed" }).append(cover);
    document.body.append(outer);
    cover.showPopover();
  },
  "covers it from a shadow root within a shadow root": () => {
    const outer = document.createElement("div");
    const inner = document.createElement("div");
    const cover = document.createElement("div");
    cover.popover = "manual";
    cover.style.cssText = "position:fixed;inset:0;width:100vw;height:100vh;background:#fff;pointer-events:none";
    inner.attachShadow({ mode: "closed" }).append(cover);
    outer.attachShadow({ mode: "closed" }).append(inner);
    document.body.append(outer);
    cover.showPopover();
  },
  "opens a modal dialog over it": () => {
    const dialog = document.createElement("dialog");
    dialog.style.cssText = "width:100vw;height:100vh;opacity:.01";
    document.body.append(dialog);
    dialog.showModal();
  },
  "moves the card under the pointer, again and again": () => {
    const text = document.querySelector("p");
    let far = false;
    const push = () => {
      far = !far;
      if (text) text.style.marginLeft = far ? "2px" : "0";
      dispatchEvent(new Event("resize"));
      requestAnimationFrame(push);
    };
    push();
  },
  "puts the host into a box of its own": (host) => {
    const box = document.createElement("div");
    box.style.cssText = "opacity:0;position:fixed;inset:0";
    document.body.append(box);
    box.append(host);
  },
};

/** Clicks and keys that no reader made. */
const FORGERIES: Readonly<Record<string, (host: HTMLElement) => void>> = {
  "calls click()": (host) => host.shadowRoot?.querySelector<HTMLElement>(".star")?.click(),
  "dispatches a click at the star": (host) => {
    host.shadowRoot?.querySelector(".star")?.dispatchEvent(new MouseEvent("click", { bubbles: true, composed: true }));
  },
  "dispatches a whole pointer sequence": (host) => {
    const star = host.shadowRoot?.querySelector(".star");
    const { x = 0, y = 0, width = 0, height = 0 } = star?.getBoundingClientRect() ?? {};
    const at = { bubbles: true, composed: true, clientX: x + width / 2, clientY: y + height / 2, detail: 1 };
    for (const type of ["pointerdown", "pointerup"]) star?.dispatchEvent(new PointerEvent(type, at));
    for (const type of ["mousedown", "mouseup", "click"]) star?.dispatchEvent(new MouseEvent(type, at));
  },
  "focuses the star and dispatches keys": (host) => {
    const star = host.shadowRoot?.querySelector<HTMLElement>(".star");
    star?.focus();
    for (const key of ["Enter", " "]) {
      for (const type of ["keydown", "keypress", "keyup"]) {
        star?.dispatchEvent(new KeyboardEvent(type, { key, bubbles: true, composed: true }));
      }
    }
  },
  "claims that its event is trusted": (host) => {
    const event = new MouseEvent("click", { bubbles: true, composed: true });
    try {
      Object.defineProperty(event, "isTrusted", { value: true });
    } catch (refusal) {
      console.debug("the browser does not let it", refusal);
    }
    Object.defineProperty(MouseEvent.prototype, "isTrusted", { get: () => true });
    host.shadowRoot?.querySelector(".star")?.dispatchEvent(event);
  },
  "dispatches a click at the settings button": (host) => {
    for (const button of host.shadowRoot?.querySelectorAll("button") ?? []) button.click();
  },
};

let run: ChromiumRun;
let tab: Tab;
beforeAll(async () => {
  run = await startChromium({ fixedNow: DEMO_NOW });
  run.network.answerWith(yahooWith(DEMO_MARKET));
  run.network.servePage(PAGE, ALIBABA);
  await agree(run);
});
afterAll(() => run?.close());

/** The card over BABA in a fresh page, standing long enough to take a click. */
async function showCard(): Promise<void> {
  tab = await run.open(PAGE);
  await tab.marked("BABA");
  await tab.hover("BABA");
  await tab.card(/160\.80(.|\n)*Close of/);
  await steady();
}

async function steady(): Promise<void> {
  await tab.evaluate(frames, STEADY_FRAMES);
}

async function trick(name: string, tricks: typeof TRICKS): Promise<void> {
  await tab.evaluate(
    ({ source, name }) => {
      const host = document.querySelector("html > div[popover=manual]");
      // The page's own function, which Playwright cannot hand over.
      const act = document.defaultView?.eval(`({ ${JSON.stringify(name)}: ${source} })`)[name];
      act(host);
    },
    { source: String(tricks[name]), name },
  );
}

/** A real click where the star is seen by the page's own measure, if it is still there. */
async function clickStar(): Promise<void> {
  const at = await tab.evaluate(starPlace, null);
  if (at) await tab.mouse.click(at.x, at.y);
  // As long as a click that counts needs to be stored, several times over.
  await tab.evaluate(frames, 20);
}

async function kept(): Promise<string> {
  const worker = await run.worker();
  return JSON.stringify(await worker.evaluate(storedState, ["watchlist", "settings", "consent"]));
}

describe("a real click on the star", () => {
  it("counts, when the card stands there for all to see", async () => {
    await showCard();
    const before = await kept();
    await clickStar();
    await expect.poll(kept).not.toBe(before);
    await tab.close();
  });

  it.each(Object.keys(TRICKS))("changes nothing when the page %s", async (name) => {
    await showCard();
    const before = await kept();
    await trick(name, TRICKS);
    await steady();
    await clickStar();
    expect(await kept()).toBe(before);
    await tab.close();
  });
});

describe("without any click", () => {
  it.each(Object.keys(FORGERIES))("nothing changes when the page %s", async (name) => {
    await showCard();
    const before = await kept();
    const pages = run.context.pages().length;
    await trick(name, FORGERIES);
    await tab.evaluate(frames, 6);
    expect(await kept()).toBe(before);
    expect(run.context.pages()).toHaveLength(pages);
    await tab.close();
  });

  it("no card opens for forged pointers, touches and keys", async () => {
    const quiet = await run.open(PAGE);
    await quiet.marked("BABA");
    // The list of listings is fetched a minute after the start, whatever the page does.
    const figures = () => run.network.outgoing().filter(({ url }) => url.includes("/finance/"));
    const asked = figures().length;
    await quiet.evaluate(() => {
      const place = document.querySelector("#paren")?.getBoundingClientRect();
      for (let x = 0; x < 600; x += 3) {
        const at = { bubbles: true, composed: true, clientX: (place?.left ?? 0) + x, clientY: (place?.top ?? 0) + 12 };
        for (const type of ["pointermove", "pointerdown", "pointerup"]) {
          for (const pointerType of ["mouse", "touch"]) {
            document.body.dispatchEvent(new PointerEvent(type, { ...at, pointerType }));
          }
        }
        for (const type of ["mousemove", "click"]) document.body.dispatchEvent(new MouseEvent(type, at));
      }
      for (const key of ["Alt", "Enter", "Escape"]) dispatchEvent(new KeyboardEvent("keydown", { key, altKey: true }));
    }, null);
    await quiet.evaluate(frames, 60);
    expect(await quiet.evaluate(() => document.querySelector("html > div[popover=manual]"), null)).toBeNull();
    expect(figures()).toHaveLength(asked);
    await quiet.close();
  });
});

describe("a page that takes the card away", () => {
  it.each(["remove()", "hidePopover()"] as const)("by %s gets its way after a few returns", async (how) => {
    await showCard();
    const returns = await tab.evaluate(takeAway, how);
    expect(returns).toBeGreaterThan(0);
    expect(returns).toBeLessThanOrEqual(5);
    await tab.noCard();
    await tab.close();
  });
});

declare const chrome: { readonly storage: { readonly local: { readonly get: (keys: string[]) => Promise<unknown> } } };

/** Runs in the background. */
function storedState(keys: string[]): Promise<unknown> {
  return chrome.storage.local.get(keys);
}

// The functions below run inside the page: each stands alone.

function frames(count: number): Promise<void> {
  return new Promise((resolve) => {
    const step = (left: number) => (left === 0 ? resolve() : requestAnimationFrame(() => step(left - 1)));
    step(count);
  });
}

function starPlace(): { x: number; y: number } | null {
  const star = document.querySelector("html > div[popover=manual]")?.shadowRoot?.querySelector(".star");
  const box = star?.getBoundingClientRect();
  return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
}

/** Takes the card away whenever it is there, for two seconds; resolves with how often it came back. */
function takeAway(how: "remove()" | "hidePopover()"): Promise<number> {
  return new Promise((resolve) => {
    let taken = 0;
    const began = performance.now();
    const look = () => {
      const host = document.querySelector<HTMLElement>("html > div[popover=manual]:popover-open");
      if (host) {
        taken += 1;
        if (how === "remove()") host.remove();
        else host.hidePopover();
      }
      if (performance.now() - began > 2_000) resolve(taken - 1);
      else requestAnimationFrame(look);
    };
    look();
  });
}
