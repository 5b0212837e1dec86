import { afterEach, beforeEach, expect, it } from "vitest";
import { watchTextSelection } from "../../src/card/input/text-selection";
import { inTopFrame, mouse, touchEvent } from "./raw-input";

let lifetime: AbortController;
let box: HTMLElement;

beforeEach(() => {
  lifetime = new AbortController();
  box = document.createElement("div");
  box.style.cssText = "width: 200px; height: 200px";
  box.textContent = "$160.80";
  document.body.append(box);
  document.body.style.height = "5000px";
  watchTextSelection(box, lifetime.signal);
});

afterEach(() => {
  lifetime.abort();
  document.body.replaceChildren();
  document.body.removeAttribute("style");
  scrollTo(0, 0);
});

/** Resolves at the next event of this type. */
function happens(type: "pointerdown" | "pointercancel"): Promise<void> {
  return new Promise((resolve) => addEventListener(type, () => resolve(), { capture: true, once: true }));
}

it("a finger that scrolls ends the drag, so that the card does not lie over the page", async () => {
  const [x, y] = [inTopFrame(box, 50).x, inTopFrame(box, 50).y + 80];
  const cancelled = happens("pointercancel");
  await touchEvent("touchStart", [{ x, y }]);
  expect("dragged" in box.dataset).toBe(true);
  for (const up of [10, 30, 60, 80]) await touchEvent("touchMove", [{ x, y: y - up }]);
  await cancelled;
  await touchEvent("touchEnd", []);
  expect("dragged" in box.dataset).toBe(false);
});

it("a press that opens the browser's menu begins no drag, as nothing would end it", async () => {
  const at = inTopFrame(box, 50);
  const pressed = happens("pointerdown");
  await mouse("mousePressed", at, "right");
  await pressed;
  expect("dragged" in box.dataset).toBe(false);
  await mouse("mouseReleased", at, "right");
});
