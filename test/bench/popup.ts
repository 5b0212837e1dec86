import { type Figure, summarise } from "./figures";
import { openMarked } from "./marked-page";
import { type Measurement, rounds, typicalPage } from "./setting";

/**
 * Before the popup's own script: the article's tab stands for the
 * active one, and the time of the first rows and figures is noted.
 */
const watchPopup = (articleUrl: string) => `(() => {
  const query = chrome.tabs.query.bind(chrome.tabs);
  chrome.tabs.query = async () => (await query({})).filter(({ url }) => url === ${JSON.stringify(articleUrl)});
  const times = { rows: 0, figures: 0 };
  globalThis.popupTimes = times;
  new MutationObserver(() => {
    if (!times.rows && document.querySelector("tbody tr, [role=row], li")) times.rows = performance.now();
    if (!times.figures && /\\d[.,]\\d\\d\\s?%/.test(document.body?.innerText ?? "")) times.figures = performance.now();
  }).observe(document, { subtree: true, childList: true, characterData: true });
})()`;

/** From opening the popup over an article to its rows, and to figures in them; figures cached before. */
export const measurePopup: Measurement = async (setting) => {
  const { withUs, rounds: count } = setting;
  const { url } = typicalPage(setting);
  const article = await openMarked(withUs, url);
  const openPopup = async () => {
    const tab = await withUs.openTab();
    await tab.page.evaluateOnNewDocument(watchPopup(url));
    await tab.page.goto(`chrome-extension://${withUs.extensionId}/popup.html`);
    await tab.page.waitForFunction("popupTimes.figures", { polling: 50, timeout: 60_000 });
    const times = await tab.inMain<{ rows: number; figures: number }>("popupTimes");
    await tab.close();
    return times;
  };
  await openPopup();
  const samples = await rounds(count, openPopup);
  await article.close();
  const common = { group: "Popup over an article", of: "10k", cpuSlowdown: 1, unit: "ms" } as const;
  return (["rows", "figures"] as const).map((what): Figure => {
    const { median, range } = summarise(samples.map((times) => times[what]));
    return { ...common, name: `opening to ${what}, cached`, value: median, range };
  });
};
