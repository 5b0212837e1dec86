import type { Bench } from "./browser";
import type { Figure } from "./figures";
import type { InPageSources } from "./in-page-source";
import type { PagePlan } from "./pages";
import type { Site } from "./site";

/** What every measurement gets. */
export interface Setting {
  /** Chromium with the built extension, consented, and Chromium with none. */
  readonly withUs: Bench;
  readonly without: Bench;
  readonly site: Site;
  readonly pages: readonly BenchPage[];
  readonly cpuSlowdowns: readonly (1 | 4)[];
  /** Fresh loads per figure. */
  readonly rounds: number;
  readonly quick: boolean;
  /** The code of in-page/, to be run in a world of a page. */
  readonly inPage: InPageSources;
  readonly executablePath: string;
  readonly extensionDir: string;
}

/** A page that the site serves. */
export interface BenchPage {
  readonly name: string;
  readonly url: string;
  /** null for saved pages, of which nothing is known. */
  readonly plan: PagePlan | null;
}

/** One group of figures. */
export type Measurement = (setting: Setting) => Promise<readonly Figure[]>;

/** The middle one of the generated pages, where a figure is taken at one size only. */
export function typicalPage({ pages }: Setting): BenchPage {
  const page = pages.find(({ plan }) => plan?.name === "10k");
  if (!page) throw new Error("the run has no typical page");
  return page;
}

/** Runs `take` once per round and returns what it gave. */
export async function rounds<T>(count: number, take: (round: number) => Promise<T>): Promise<T[]> {
  const taken: T[] = [];
  for (let round = 0; round < count; round += 1) taken.push(await take(round));
  return taken;
}
