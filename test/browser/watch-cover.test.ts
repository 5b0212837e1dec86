import { afterEach, beforeEach, expect, it } from "vitest";
import { watchBySearch } from "../../src/card/watch-cover";

let lifetime: AbortController;
let reports: boolean[];

beforeEach(() => {
  lifetime = new AbortController();
  reports = [];
  const host = document.body.appendChild(document.createElement("div"));
  const box = document.createElement("div");
  host.attachShadow({ mode: "closed" }).append(box);
  watchBySearch(box, (isCovered) => reports.push(isCovered), lifetime.signal);
});

afterEach(() => {
  lifetime.abort();
  document.body.replaceChildren();
});

it("where the browser reports no cover, a popover of the page covers the card as long as it is open", async () => {
  expect(reports).toEqual([false]);
  const cover = document.body.appendChild(document.createElement("div"));
  cover.popover = "manual";
  cover.showPopover();
  await expect.poll(() => reports.at(-1)).toBe(true);
  cover.hidePopover();
  await expect.poll(() => reports.at(-1)).toBe(false);
});

it("where the browser reports no cover, a view transition covers the card as long as it runs", async () => {
  expect(reports).toEqual([false]);
  const sheet = document.body.appendChild(document.createElement("style"));
  sheet.textContent = "::view-transition-group(*), ::view-transition-old(*) { animation-duration: 100s }";
  const transition = document.startViewTransition(() => undefined);
  await transition.ready;
  await expect.poll(() => reports.at(-1)).toBe(true);
  transition.skipTransition();
  await transition.finished;
  await expect.poll(() => reports.at(-1)).toBe(false);
});
