import { afterEach, describe, expect, it, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { createClickGuard } from "../../src/card/click-guard";
import { isCovered } from "../../src/card/cover";
import { type ShownCard, settled, showCard } from "./shown-card";

let card: ShownCard;

afterEach(() => {
  card.api.destroy();
  document.body.replaceChildren();
  for (const element of [document.documentElement, document.body]) element.removeAttribute("style");
});

/** A card that has stood long enough, with its star, on which a reader's click has just counted. */
async function steadyCard(): Promise<HTMLElement> {
  card = await showCard();
  card.clock.advance(600);
  const star = card.note.querySelector<HTMLElement>(".star");
  if (!star) throw new Error("no star");
  await click(star);
  expect(starred()).toHaveLength(1);
  card.asked.length = 0;
  return star;
}

async function click(target: Element): Promise<void> {
  await userEvent.click(target, { force: true });
  await settled();
}

function starred(): unknown[] {
  return card.asked.filter(({ request }) => request === "star");
}

it("takes a reader's click on the star", async () => {
  const star = await steadyCard();
  expect(star.getAttribute("aria-pressed")).toBe("true");
  await click(star);
  expect(starred()).toEqual([{ request: "star", payload: { ticker: "BABA", starred: false } }]);
  expect(star.getAttribute("aria-pressed")).toBe("false");
});

it("takes the reader's Enter on the focused star", async () => {
  const star = await steadyCard();
  star.focus();
  await userEvent.keyboard("{Enter}");
  expect(starred()).toHaveLength(1);
});

const ALTERED = "Not changed: the page covers or alters the card";
const EARLY = "Not changed: the card has only just appeared. Press again.";

it("refuses a forged click, and says so", async () => {
  (await steadyCard()).click();
  await settled();
  expect(starred()).toEqual([]);
  expect(card.seen()).toContain(ALTERED);
});

it("refuses a click on a card that has just moved, until it has stood for half a second", async () => {
  const star = await steadyCard();
  card.mention.parentElement?.style.setProperty("margin-top", "80px");
  await card.show({});
  card.clock.advance(499);
  await click(star);
  expect(starred()).toEqual([]);
  expect(card.seen()).toContain(EARLY);
  card.clock.advance(1);
  await click(star);
  expect(starred()).toHaveLength(1);
  expect(card.seen()).not.toContain(EARLY);
});

const root = () => document.documentElement;
const onRoot = (property: string, value: string) => () => root().style.setProperty(property, value);
const onBody = (property: string, value: string) => () => document.body.style.setProperty(property, value);
const ONE_PIXEL = "inset: auto 0 0 auto; width: 1px; height: 1px; border: 0; padding: 0; margin: 0";
const FULL = "inset: 0; width: 100vw; height: 100vh; pointer-events: none";

/** One for each thing that the guard looks at: without that look, this one counts. */
const TRICKS: readonly (readonly [string, () => void])[] = [
  ["opacity on html", onRoot("opacity", "0.5")],
  ["visibility on html", onRoot("visibility", "hidden")],
  ["blending on html", onRoot("mix-blend-mode", "difference")],
  ["a blur on html", onRoot("filter", "blur(1px)")],
  ["a filter that fades", onRoot("filter", "opacity(0.2)")],
  ["a filter that blackens", onRoot("filter", "brightness(0)")],
  ["a filter that whitens", onRoot("filter", "invert(1) brightness(9)")],
  ["a filter that makes all grey", onRoot("filter", "invert(0.5)")],
  ["a filter that is harmless once", onRoot("filter", "brightness(0.6) ".repeat(20))],
  ["a clipped html", onRoot("clip-path", "inset(0 0 1px 0)")],
  ["a masked html", onRoot("mask-image", "linear-gradient(black, transparent)")],
  ["transform on html", onRoot("transform", "translate(1px)")],
  ["translate on html", onRoot("translate", "0px 1px")],
  ["scale on html", onRoot("scale", "1.01")],
  ["rotate on html", onRoot("rotate", "1deg")],
  ["perspective on html", onRoot("perspective", "100px")],
  ["opacity on body", onBody("opacity", "0")],
  ["a filter that fades the body", onBody("filter", "opacity(0)")],
  ["an attribute on its host", () => card.host.setAttribute("class", "a")],
  [
    "an animated host",
    () => void card.host.animate([{ opacity: 1 }, { opacity: 1 }], { duration: 1e6, fill: "forwards" }),
  ],
  ["a popover over it that lets clicks through", () => overlay(FULL)],
  [
    "a popover over a corner of it",
    () => overlay("inset: 0 auto auto 0; margin: 0; width: 140px; height: 100vh; pointer-events: none"),
  ],
  ["a popover in an open root", () => overlay(FULL, document.createElement("div").attachShadow({ mode: "open" }))],
  ...[
    "background: white",
    "background: linear-gradient(white, white)",
    "box-shadow: 0 0 0 9px white",
    "outline: 9px solid white",
    "border: 9px solid white",
    "backdrop-filter: blur(9px)",
    "filter: drop-shadow(0 0 9px white)",
  ].map((style) => [`a popover of one pixel whose backdrop has ${style}`, () => overlay(ONE_PIXEL, style)] as const),
];

it.each(TRICKS)("refuses a click under %s, and says so", async (_, trick) => {
  const star = await steadyCard();
  trick();
  // The key, as a page that hides the card keeps the pointer from it.
  star.focus();
  if (getComputedStyle(star).visibility === "visible") await userEvent.keyboard("{Enter}");
  else star.dispatchEvent(new MouseEvent("click"));
  await settled();
  expect(starred()).toEqual([]);
  expect(card.seen()).toContain(ALTERED);
});

it.each([
  ["a dark mode's filter on html", onRoot("filter", "invert(1) hue-rotate(180deg)")],
  ["a filter that changes little", onRoot("filter", "brightness(0.9) contrast(1.1) sepia(0.2)")],
  ["a transform on html that changes nothing", onRoot("transform", "translate(0)")],
  ["a three-dimensional one", onRoot("transform", "translateZ(0)")],
  ["a scale of one", onRoot("scale", "1")],
  ["a body that is moved, which holds nothing of ours", onBody("transform", "translateX(-40px)")],
  ["a popover elsewhere, without a backdrop", () => overlay(ONE_PIXEL)],
  ["a popover whose backdrop is not shown", () => overlay(ONE_PIXEL, "background: white; display: none")],
])("takes a click under %s", async (_, change) => {
  const star = await steadyCard();
  change();
  star.focus();
  await userEvent.keyboard("{Enter}");
  await settled();
  expect(starred()).toHaveLength(1);
});

it("refuses a click while a view transition stands over the page", async () => {
  const star = await steadyCard();
  star.focus();
  const transition = document.startViewTransition(() => undefined);
  await transition.ready;
  await userEvent.keyboard("{Enter}");
  await settled();
  transition.skipTransition();
  await transition.finished;
  expect(starred()).toEqual([]);
  expect(card.seen()).toContain(ALTERED);
});

it("refuses a click when the browser itself sees something over the card", async () => {
  card = await showCard({ covered: true });
  card.clock.advance(600);
  await click(card.note.querySelector(".star") as Element);
  expect(starred()).toEqual([]);
  expect(card.seen()).toContain(ALTERED);
});

it("refuses a click on a card that was covered, until it has stood in sight for half a second", async () => {
  const star = await steadyCard();
  card.see(true);
  card.clock.advance(600);
  card.see(false);
  await settled();
  card.clock.advance(499);
  await click(star);
  expect(starred()).toEqual([]);
  expect(card.seen()).toContain(EARLY);
  card.clock.advance(1);
  await click(star);
  expect(starred()).toHaveLength(1);
});

it("refuses a click on a card that the browser has not drawn yet where it stands", async () => {
  const star = await steadyCard();
  card.mention.parentElement?.style.setProperty("margin-top", "80px");
  const frames = vi.spyOn(window, "requestAnimationFrame").mockReturnValue(0);
  card.api.follow();
  card.clock.advance(9_000);
  star.focus();
  await userEvent.keyboard("{Enter}");
  frames.mockRestore();
  await settled();
  expect(starred()).toEqual([]);
  expect(card.seen()).toContain(EARLY);
});

it("refuses a click after the page moved the open card into an element of its own", async () => {
  const star = await steadyCard();
  const mover: Element & { moveBefore?: (node: Node, before: Node | null) => void } = document.body;
  mover.moveBefore?.(card.host, null);
  await settled();
  card.clock.advance(600);
  await click(star);
  expect(starred()).toEqual([]);
  expect(card.seen()).toContain(ALTERED);
});

it("refuses a click after the page took the open card through another document, which strips it of its styles", async () => {
  const star = await steadyCard();
  new Document().adoptNode(card.host);
  document.documentElement.append(card.host);
  card.host.showPopover();
  await settled();
  card.clock.advance(600);
  await click(star);
  expect(starred()).toEqual([]);
  expect(card.seen()).toContain(ALTERED);
});

it("cannot be covered by what the page's style puts before and after its host's content", async () => {
  await steadyCard();
  const sheet = document.createElement("style");
  sheet.textContent = `[popover]::before, [popover]::after { content: "x" !important; display: block !important }`;
  document.body.append(sheet);
  for (const part of ["::before", "::after"]) expect(getComputedStyle(card.host, part).display).toBe("none");
});

it.each([
  ["shadow of a popover of one pixel", "box-shadow: 0 0 0 3000px white"],
  ["outline of one", "outline: 3000px solid white"],
  ["content of one", "overflow: visible"],
])("refuses a click under the %s, in a browser that does not report what covers it", async (_, style) => {
  card = await showCard({ coverRisk: { isFramed: false, reportsCover: false } });
  card.clock.advance(600);
  overlay(`inset: auto 0 0 auto; width: 1px; height: 1px; ${style}`);
  await click(card.note.querySelector(".star") as Element);
  expect(starred()).toEqual([]);
  expect(card.seen()).toContain(ALTERED);
});

it("refuses a click after the page took the card away and it came back", async () => {
  const star = await steadyCard();
  card.host.remove();
  await settled();
  card.clock.advance(600);
  await click(star);
  expect(starred()).toEqual([]);
  expect(card.seen()).toContain(ALTERED);
});

it.each([
  [true, false, 0],
  [true, true, 1],
  [false, false, 1],
])(
  "in a frame: %s, in a browser that reports what covers it: %s, a click counts %s times",
  async (isFramed, reportsCover, counts) => {
    card = await showCard({ coverRisk: { isFramed, reportsCover } });
    card.clock.advance(600);
    await click(card.note.querySelector(".star") as Element);
    expect(starred()).toHaveLength(counts);
    if (counts === 0) expect(card.seen()).toContain("Not changed: inside a frame, this browser cannot tell");
  },
);

it("refuses the key on a star that is scrolled out of sight", async () => {
  const star = await steadyCard();
  star.focus();
  star.style.translate = "-2000px";
  await userEvent.keyboard("{Enter}");
  await settled();
  expect(starred()).toEqual([]);
  expect(card.seen()).toContain(ALTERED);
});

it("refuses the key on a star that something of the card itself covers", async () => {
  const star = await steadyCard();
  const { left, top, width, height } = star.getBoundingClientRect();
  const cover = document.createElement("div");
  cover.style.cssText = `position: absolute; width: ${width}px; height: ${height}px; z-index: 9`;
  card.note.append(cover);
  const at = cover.getBoundingClientRect();
  cover.style.translate = `${left - at.left}px ${top - at.top}px`;
  star.focus();
  await userEvent.keyboard("{Enter}");
  await settled();
  expect(starred()).toEqual([]);
  expect(card.seen()).toContain(ALTERED);
});

/**
 * A guard over a button in the page itself, of which all looks are good; resolves with what it says of a real click.
 */
async function guardOverPage(whileClicked: (host: HTMLElement, button: HTMLElement) => Promise<void>) {
  card = await showCard();
  card.api.hide();
  const host = document.createElement("div");
  const button = document.createElement("button");
  button.style.position = "fixed";
  host.append(button);
  document.body.append(host);
  const guard = createClickGuard(
    {
      host,
      elementAt: () => button,
      box: button,
      steadySince: () => 0,
      seenCovered: () => false,
    },
    () => 1_000,
    { isFramed: false, reportsCover: true },
  );
  const said: unknown[] = [];
  button.addEventListener("click", (event) => said.push(guard.refusal(event)));
  await whileClicked(host, button);
  return said;
}

it("refuses a click where the page's hit test finds another element than the card", async () => {
  // It finds the button, which stands for an element of the page here.
  expect(await guardOverPage((_, button) => userEvent.click(button))).toEqual(["altered"]);
});

it("refuses a click in a view transition, whatever the hit test finds", async () => {
  const said = await guardOverPage(async (host, button) => {
    vi.spyOn(document, "elementFromPoint").mockReturnValue(host);
    await userEvent.click(button);
    const transition = document.startViewTransition(() => undefined);
    await transition.ready;
    button.focus();
    await userEvent.keyboard("{Enter}");
    transition.skipTransition();
    await transition.finished;
    vi.restoreAllMocks();
  });
  expect(said).toEqual([null, "altered"]);
});

it("cannot be faded or moved by the page's style on its host", async () => {
  const star = await steadyCard();
  const before = star.getBoundingClientRect();
  card.host.style.cssText =
    "opacity: 0 !important; transform: translate(90px) !important; filter: blur(9px) !important";
  expect(star.getBoundingClientRect()).toEqual(before);
  expect(getComputedStyle(card.host).opacity).toBe("1");
});

it("comes back five times when the page takes it away, then gives way", async () => {
  await steadyCard();
  for (let time = 1; time <= 5; time += 1) {
    card.host.remove();
    await settled();
    expect(card.host.matches(":popover-open")).toBe(true);
  }
  card.host.hidePopover();
  await settled();
  expect(card.reported).toContain("closed");
  expect(card.host.isConnected).toBe(false);
});

/** Opens a modal dialog of the page and shows the card of a mention in it, long enough for a click to count. */
async function showCardInDialog(): Promise<HTMLDialogElement> {
  const dialog = document.createElement("dialog");
  const mention = document.createElement("p");
  mention.textContent = "Alibaba";
  dialog.append(mention);
  document.body.append(dialog);
  dialog.showModal();
  card = await showCard({ mention });
  card.clock.advance(600);
  return dialog;
}

it.each([
  ["opacity", "0.95"],
  ["filter", "brightness(0.6)"],
])("refuses a click in a dialog where several elements around have a harmless %s", async (property, value) => {
  const dialog = await showCardInDialog();
  for (const element of [dialog, document.body, root()]) element.style.setProperty(property, value);
  await click(card.note.querySelector(".star") as Element);
  expect(starred()).toHaveLength(0);
});

it("takes a click on a card within the page's modal dialog", async () => {
  const dialog = await showCardInDialog();
  await click(card.note.querySelector(".star") as Element);
  expect(dialog.contains(card.host)).toBe(true);
  expect(starred()).toHaveLength(1);
});

describe("something in the top layer", () => {
  const host = () => document.createElement("div");
  /** A box of 100 pixels, 200 from the window's left and top. */
  const box = () => {
    const element = document.createElement("div");
    element.style.cssText = "position: fixed; left: 200px; top: 200px; width: 100px; height: 100px";
    document.body.append(element);
    return element;
  };

  it.each([
    ["left of", 99, 200, false],
    ["right of", 301, 200, false],
    ["above", 200, 99, false],
    ["below", 200, 301, false],
    ["at a corner of", 299, 299, true],
  ])("%s the box covers it or not", (_, left, top, covers) => {
    overlay(
      `margin: 0; border: 0; padding: 0; inset: auto; left: ${left}px; top: ${top}px; width: 100px; height: 100px`,
    );
    expect(isCovered(host(), box(), true)).toBe(covers);
  });

  it("covers the box as a modal dialog too", () => {
    const dialog = document.createElement("dialog");
    document.body.append(dialog);
    dialog.showModal();
    expect(isCovered(host(), box(), false)).toBe(true);
  });

  it("covers the box as a fullscreen element too", async () => {
    const button = document.createElement("button");
    document.body.append(button);
    const entered = new Promise((resolve, reject) => {
      button.addEventListener("click", () => button.requestFullscreen().then(resolve, reject));
    });
    await userEvent.click(button);
    await entered;
    expect(isCovered(host(), box(), true)).toBe(true);
    await document.exitFullscreen();
    expect(isCovered(host(), box(), true)).toBe(false);
  });
});

/** Puts a popover of the page over everything, into an open root or with a backdrop of this style when given. */
function overlay(style: string, where: ShadowRoot | string = ""): void {
  const cover = document.createElement("div");
  cover.popover = "manual";
  cover.style.cssText = style;
  if (where instanceof ShadowRoot) {
    document.body.append(where.host);
    where.append(cover);
  } else {
    cover.id = "cover";
    const sheet = document.createElement("style");
    sheet.textContent = `#cover::backdrop { ${where} }`;
    document.body.append(sheet, cover);
  }
  cover.showPopover();
}
