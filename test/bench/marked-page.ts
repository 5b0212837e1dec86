import type { Bench, Tab } from "./browser";
import { writePage } from "./pages";
import type { Setting } from "./setting";

/** Where a marked mention stands, in viewport pixels. */
export interface MarkedPlace {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

const HIGHLIGHTS = `[...CSS.highlights.values()]`;

/** Opens the page and resolves once its marks are registered. */
export async function openMarked({ openTab }: Bench, url: string): Promise<Tab> {
  const tab = await openTab();
  await tab.page.goto(url);
  await marksShown(tab);
  return tab;
}

/** Resolves once marks are registered and the frame after them was drawn. */
export async function marksShown(tab: Tab): Promise<void> {
  await tab.page.waitForFunction(`${HIGHLIGHTS}.some(({ size }) => size > 0)`, { polling: "raf", timeout: 20_000 });
  await framesDrawn(tab, 2);
}

export async function framesDrawn({ inMain }: Tab, count: number): Promise<void> {
  await inMain(
    `(async () => { for (let frame = 0; frame < ${count}; frame += 1) await new Promise(requestAnimationFrame); })()`,
  );
}

/** The middles of the marks inside the viewport, top to bottom. */
export function markedPlaces({ inMain }: Tab): Promise<MarkedPlace[]> {
  return inMain(`${HIGHLIGHTS}.flatMap((highlight) => [...highlight])
    .map((range) => ({ rect: range.getClientRects()[0], text: String(range) }))
    .filter(({ rect }) => rect && rect.top > 0 && rect.bottom < innerHeight)
    .map(({ rect, text }) => ({ x: rect.left + rect.width / 2, y: rect.top + rect.height / 2, text }))`);
}

/** A page of 10k elements with so many mentions. */
export function pageWith({ site }: Pick<Setting, "site">, mentions: number): string {
  const name = `${mentions}-mentions`;
  return site.put(`/${name}`, writePage({ name, elements: 10_000, characters: 75_000, mentions }));
}
