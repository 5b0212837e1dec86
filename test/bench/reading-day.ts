import { forgetCloses, hover, leave, WATCH_CARD } from "./card";
import { markedPlaces, openMarked } from "./marked-page";
import { COMPANIES } from "./page-text";
import { writePage } from "./pages";
import type { Measurement } from "./setting";

const HOVERS_PER_ARTICLE = 4;

/**
 * Requests that a day of reading sends: many articles, a few hovers
 * in each; beside the listings looked at, and one for the benchmark.
 */
export const measureReadingDay: Measurement = async ({ withUs, site, quick }) => {
  const articles = quick ? 3 : 20;
  await forgetCloses(withUs);
  site.forget();
  const looked = new Set<string>();
  let hovers = 0;
  for (let article = 0; article < articles; article += 1) {
    const name = `article-${article}`;
    const plan = { name, elements: 600, characters: 6_000, mentions: 12, firstMention: article };
    const tab = await openMarked(withUs, site.put(`/${name}`, writePage(plan)));
    await tab.inContent(WATCH_CARD);
    for (const place of (await markedPlaces(tab)).slice(0, HOVERS_PER_ARTICLE)) {
      await hover(tab, place);
      await leave(tab);
      looked.add(companyOf(place.text));
      hovers += 1;
    }
    await tab.close();
  }
  return [
    {
      group: "A day of reading",
      name: "requests to providers",
      of: `${articles} articles, ${hovers} hovers`,
      cpuSlowdown: 1,
      unit: "count",
      value: site.outgoing().filter((request) => request.includes("yahoo")).length,
      beside: { name: "listings + benchmark", value: looked.size + 1 },
      budget: { requirement: "F8", atMost: 1, on: "ratio" },
    },
  ];
};

function companyOf(surface: string): string {
  const company = COMPANIES.find(([ticker, , name]) => surface.includes(ticker) || surface.includes(name));
  if (!company) throw new Error(`the pages name no company ${surface}`);
  return company[0];
}
