import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { type Pointer, watchPointer } from "../../src/content/card/pointer";
import type { Hit } from "../../src/content/marks/hit-test";
import type { PageMention } from "../../src/content/page/page-mention";
import { publicSettings } from "../fakes/card-cases";
import { inTopFrame, mouse, touchEvent } from "./raw-input";
import { paragraphMention } from "./shown-card";

let lifetime: AbortController;
let settings = publicSettings();
let visible = false;
let inUse: readonly Hit[] = [];
let idle = false;
/** What stands for the card. */
let card: Element | null = null;
let done: string[] = [];
let mention: HTMLElement;
let fingerMoves = 0;
/** How often the card was told where the pointer is, when last, and since when the pointer had been there then. */
let looks = 0;
let lookedAt = 0;
let sinceLast: number | undefined;
let pointer: Pointer;

beforeEach(() => {
  lifetime = new AbortController();
  fingerMoves = 0;
  looks = 0;
  lookedAt = 0;
  sinceLast = undefined;
  const count = ({ pointerType }: PointerEvent) => {
    if (pointerType === "touch") fingerMoves += 1;
  };
  addEventListener("pointermove", count, { signal: lifetime.signal });
  settings = publicSettings();
  visible = false;
  inUse = [];
  idle = false;
  card = null;
  done = [];
  mention = paragraphMention();
  pointer = watchPointer({
    marks: {
      restoreUnderlines: () => undefined,
      mayBeAt: (target) => target === mention,
      hitTest({ x, y }) {
        const element = document.elementFromPoint(x, y)?.closest(".mention");
        return element ? { mention: pageMention(element), lineIndex: 0 } : null;
      },
    },
    card: {
      point(hit, canOpen, since) {
        done.push(hit ? `over, ${canOpen ? "can open" : "cannot open"}` : "off");
        looks += 1;
        lookedAt = performance.now();
        sinceLast = since;
      },
      open: () => done.push("open"),
      interrupt: () => done.push("interrupt"),
      pin: () => done.push("pin"),
      dismiss() {
        done.push("dismiss");
        return visible;
      },
      isIdle: () => idle,
      mentionsInUse: () => inUse,
      owns: (event) => card !== null && event.composedPath().includes(card),
    },
    settings: () => settings,
    signal: lifetime.signal,
  });
  mention.className = "mention";
});

afterEach(async () => {
  lifetime.abort();
  document.body.replaceChildren();
  document.body.removeAttribute("style");
  await userEvent.unhover(document.body);
});

function pageMention(element: Element): PageMention {
  const block = { element, text: "Alibaba", links: [], parts: [] };
  return { ticker: "BABA", name: "Alibaba", surface: "Alibaba", evidence: "name", start: 0, end: 0, block };
}

async function nextFrame(): Promise<void> {
  for (let turn = 0; turn < 2; turn += 1) await new Promise(requestAnimationFrame);
}

async function hover(element: Element): Promise<void> {
  await userEvent.hover(element, { force: true });
  await nextFrame();
}

describe("the pointer", () => {
  it("over a mention is reported once it has moved there", async () => {
    await hover(mention);
    expect(done.at(-1)).toBe("over, can open");
  });
  it("that only seems to move, as after a scroll, is not reported again", async () => {
    await hover(mention);
    const before = done.length;
    await hover(mention);
    expect(done).toHaveLength(before);
  });
  it("elsewhere is reported, too", async () => {
    const elsewhere = document.createElement("p");
    elsewhere.textContent = "Nobody in particular.";
    document.body.append(elsewhere);
    await hover(mention);
    expect(done.at(-1)).toBe("over, can open");
    await hover(elsewhere);
    expect(done.at(-1)).toBe("off");
  });
  it("on its way is looked at twenty times a second at most, and the dwell counts from its move", async () => {
    idle = true;
    let movedAt = 0;
    const onMove = () => {
      movedAt = performance.now();
    };
    addEventListener("pointermove", onMove, { signal: lifetime.signal });
    const start = performance.now();
    for (let move = 0; move < 30; move += 1) await mouse("mouseMoved", inTopFrame(mention, 5 + (move % 2)));
    await expect.poll(() => lookedAt).toBeGreaterThan(movedAt);
    expect(looks).toBeLessThanOrEqual((lookedAt - start) / 50 + 1);
    expect(sinceLast).toBeLessThanOrEqual(movedAt);
  });
  it("that presses at once after it has moved dismisses the card of the mention it is on", async () => {
    idle = true;
    const place = inTopFrame(mention, 5);
    await Promise.all([mouse("mouseMoved", place), mouse("mousePressed", place), mouse("mouseReleased", place)]);
    // The look that the move had planned may come, too; the control ignores it.
    expect(done.slice(0, 2)).toEqual(["over, can open", "dismiss"]);
  });
  it("that the page has scrolled away under before it was looked at points at nothing", async () => {
    idle = true;
    document.body.style.height = "3000px";
    let scrolled = 0;
    addEventListener("pointermove", () => scrollBy({ top: 1, behavior: "instant" }), { signal: lifetime.signal });
    addEventListener("scroll", () => (scrolled = performance.now()), { signal: lifetime.signal });
    await mouse("mouseMoved", inTopFrame(mention, 5));
    await expect.poll(() => scrolled > 0 && performance.now() - scrolled > 100).toBe(true);
    // A busy browser may have looked before it scrolled; then the scroll interrupts.
    expect(done).not.toEqual(["over, can open"]);
    scrollTo(0, 0);
  });
  it.each([
    ["right in an open shadow root", "BABA fell.", ""],
    ["that an open shadow root shows in a slot", "<slot></slot>", "BABA fell."],
  ])("over text %s is over the element that has the root", async (_, shadow, text) => {
    const host = document.createElement("div");
    host.className = "mention";
    host.textContent = text;
    // As wide as its text, so that the pointer is over that.
    host.style.display = "inline-block";
    host.attachShadow({ mode: "open" }).innerHTML = shadow;
    mention.replaceWith(host);
    mention = host;
    await hover(host);
    expect(done.at(-1)).toBe("over, can open");
  });
  it("deep in an open shadow root is over its text, also when it is looked at after the move", async () => {
    idle = true;
    const host = document.createElement("div");
    host.className = "mention";
    const root = host.attachShadow({ mode: "open" });
    root.innerHTML = "<p>BABA fell.</p>";
    mention.replaceWith(host);
    mention = root.querySelector("p") ?? mention;
    await hover(host);
    await expect.poll(() => done).toEqual(["over, can open"]);
  });
  it("that is a finger points at nothing on its way over a mention", async () => {
    const path = [5, 45, 85].map((along) => inTopFrame(mention, along));
    for (const [at, touch] of path.entries()) await touchEvent(at === 0 ? "touchStart" : "touchMove", [touch]);
    await touchEvent("touchEnd", []);
    await nextFrame();
    expect(fingerMoves).toBeGreaterThan(0);
    expect(done).toEqual(["dismiss"]);
  });
  it("forged by the page does nothing", async () => {
    const { left, top } = mention.getBoundingClientRect();
    const where = { clientX: left + 5, clientY: top + 5, bubbles: true };
    mention.dispatchEvent(new PointerEvent("pointermove", where));
    mention.dispatchEvent(new PointerEvent("pointerdown", where));
    mention.dispatchEvent(new MouseEvent("click", where));
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    dispatchEvent(new Event("scroll"));
    await nextFrame();
    expect(done).toEqual([]);
  });
  it("does nothing any more after the end", async () => {
    lifetime.abort();
    await hover(mention);
    expect(done).toEqual([]);
  });
});

describe("the pointer that goes from the card into a frame", () => {
  it("is on no mention any more", async () => {
    const own = document.createElement("p");
    own.textContent = "The card";
    const frame = document.createElement("iframe");
    document.body.append(own, frame);
    card = own;
    await hover(mention);
    await hover(own);
    await hover(frame);
    done = [];
    pointer.lookAgain();
    expect(done).toEqual([]);
  });
});

describe("the pointer that goes into a frame of a component", () => {
  it("is on no mention any more", async () => {
    const component = document.body.appendChild(document.createElement("div"));
    component.attachShadow({ mode: "open" }).append(document.createElement("iframe"));
    await hover(mention);
    await hover(component);
    done = [];
    pointer.lookAgain();
    expect(done).toEqual([]);
  });
});

describe("a press under a pointer that has not moved since the page scrolled", () => {
  it("dismisses the card of the mention that it is on", async () => {
    document.body.style.height = "3000px";
    const before = document.createElement("p");
    before.textContent = "BABA?";
    mention.before(before);
    await mouse("mouseMoved", inTopFrame(before, 5));
    await nextFrame();
    const below = mention.getBoundingClientRect().top - before.getBoundingClientRect().top;
    scrollTo({ top: below, behavior: "instant" });
    await nextFrame();
    idle = true;
    done = [];
    const place = inTopFrame(mention, 5);
    await mouse("mousePressed", place);
    await mouse("mouseReleased", place);
    expect(done.slice(0, 2)).toEqual(["over, can open", "dismiss"]);
    scrollTo(0, 0);
  });
});

describe("pressing", () => {
  it("anywhere in the page dismisses", async () => {
    await userEvent.click(document.body);
    expect(done).toContain("dismiss");
  });
  it("on a mention opens it in click mode only", async () => {
    await userEvent.click(mention);
    expect(done).not.toContain("open");
    settings = publicSettings({ trigger: { kind: "click" } });
    await userEvent.click(mention);
    expect(done).toContain("open");
  });
  it("on a mention inside a link follows the link", async () => {
    settings = publicSettings({ trigger: { kind: "click" } });
    const link = document.createElement("a");
    link.href = "#followed";
    mention.replaceWith(link);
    link.append(mention);
    await userEvent.click(mention);
    expect(done).not.toContain("open");
    expect(location.hash).toBe("#followed");
  });
});

describe("a finger that has rested on a linked mention", () => {
  it("has opened its card, and its next tap counts", async () => {
    const link = document.createElement("a");
    link.href = "#tapped";
    mention.replaceWith(link);
    link.append(mention);
    const button = document.createElement("button");
    button.textContent = "Elsewhere";
    document.body.append(button);
    const pressed: string[] = [];
    button.addEventListener("click", () => pressed.push("button"));
    await touchEvent("touchStart", [inTopFrame(mention, 5)]);
    await expect.poll(() => done).toContain("open");
    // The browser has recognised a long press by then, and makes no click of it.
    await new Promise((resolve) => setTimeout(resolve, 300));
    await touchEvent("touchEnd", []);
    await touchEvent("touchStart", [inTopFrame(button, 5)]);
    await touchEvent("touchEnd", []);
    await expect.poll(() => pressed).toEqual(["button"]);
    expect(location.hash).not.toBe("#tapped");
  });
});

describe("a finger that moves away from a linked mention", () => {
  it("opens no card, however long it stays down", async () => {
    const link = document.createElement("a");
    link.href = "#";
    // Otherwise the browser scrolls, and ends the press itself.
    link.addEventListener("touchmove", (event) => event.preventDefault(), { passive: false });
    mention.replaceWith(link);
    link.append(mention);
    const started = performance.now();
    await touchEvent("touchStart", [inTopFrame(mention, 5)]);
    await touchEvent("touchMove", [inTopFrame(mention, 45)]);
    await expect.poll(() => performance.now() - started).toBeGreaterThan(700);
    await touchEvent("touchEnd", []);
    expect(done).not.toContain("open");
  });
});

describe("a link that is dragged out of the card", () => {
  it("leaves the pointer free to open other cards", async () => {
    const link = document.createElement("a");
    link.href = "#quote";
    link.textContent = "Alibaba Group";
    const target = document.createElement("p");
    target.textContent = "Elsewhere.";
    document.body.append(link, target);
    card = link;
    await userEvent.dragAndDrop(link, target);
    done = [];
    await hover(mention);
    expect(done.at(-1)).toBe("over, can open");
  });
});

describe("a modifier, where the reader wants one,", () => {
  beforeEach(() => {
    settings = publicSettings({ trigger: { kind: "modifier", modifier: "shift" } });
  });
  it("lets the pointer that rests on a mention open a card", async () => {
    await hover(mention);
    expect(done.at(-1)).toBe("over, cannot open");
    await userEvent.keyboard("{Shift>}");
    expect(done.at(-1)).toBe("over, can open");
    await userEvent.keyboard("{/Shift}");
    expect(done.at(-1)).toBe("over, cannot open");
  });
  it("counts as held or not when the page changes under a pointer at rest", async () => {
    await hover(mention);
    for (const [key, reported] of [
      ["{Shift>}", "over, can open"],
      ["{/Shift}", "over, cannot open"],
    ] as const) {
      await userEvent.keyboard(key);
      done = [];
      pointer.lookAgain();
      expect(done).toEqual([reported]);
    }
  });
});

describe("Escape", () => {
  it("closes the card and only the card", async () => {
    visible = true;
    const heard: string[] = [];
    document.addEventListener("keydown", ({ key }) => heard.push(key), { signal: lifetime.signal });
    const dialog = document.createElement("dialog");
    document.body.append(dialog);
    dialog.showModal();
    await userEvent.keyboard("{Escape}");
    expect([heard, dialog.open]).toEqual([[], true]);
    visible = false;
    await userEvent.keyboard("{Escape}");
    expect([heard, dialog.open]).toEqual([["Escape"], false]);
  });
});

describe("scrolling", () => {
  it("of what holds the mention interrupts; of something else does not", async () => {
    document.body.style.height = "3000px";
    const carousel = document.createElement("div");
    carousel.style.cssText = "height: 40px; overflow: auto";
    carousel.innerText = "a\n".repeat(60);
    document.body.append(carousel);
    await hover(mention);
    inUse = [{ mention: pageMention(mention), lineIndex: 0 }];
    carousel.scrollTop = 30;
    await nextFrame();
    expect(done).not.toContain("interrupt");
    scrollTo({ top: 10, behavior: "instant" });
    await nextFrame();
    expect(done).toContain("interrupt");
    scrollTo(0, 0);
  });
  it("moves what is in an open shadow root, too", async () => {
    document.body.style.height = "3000px";
    const host = document.createElement("div");
    const root = host.attachShadow({ mode: "open" });
    mention.replaceWith(host);
    root.append(mention);
    inUse = [{ mention: pageMention(mention), lineIndex: 0 }];
    scrollTo({ top: 10, behavior: "instant" });
    await nextFrame();
    expect(done).toContain("interrupt");
    scrollTo(0, 0);
  });
  it("brings no new mention under a pointer at rest, also while the card of another one leaves", async () => {
    document.body.style.height = "3000px";
    await hover(mention);
    scrollTo({ top: 1, behavior: "instant" });
    await nextFrame();
    inUse = [{ mention: pageMention(document.body), lineIndex: 0 }];
    done = [];
    pointer.lookAgain();
    expect(done).toEqual(["off"]);
    scrollTo(0, 0);
  });
});
