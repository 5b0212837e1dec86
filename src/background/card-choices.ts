import { fail, ok, type Result } from "../domain/failure";
import { LIST_LIMIT, type Settings, type SettingsPatch } from "../domain/settings";
import { isCovered, siteOfAddress } from "../domain/site";
import type { Asker } from "../platform/serve";
import type { CardChoice } from "../protocol/card-requests";
import type { SettingsStore } from "./settings";

type Refusal = "aborted" | "list-full";

/**
 * Saves what the reader chose in a card's menu: how the card looks, and what is not marked on its page. Decision 0026.
 */
export function createCardChoices(settings: Pick<SettingsStore, "read" | "change">) {
  return async (chosen: CardChoice, { url, incognito }: Pick<Asker, "url" | "incognito">): Promise<Result<null>> => {
    // Private windows leave nothing behind.
    if (incognito) return fail({ kind: "private-window" });
    const site = siteOfAddress(url);
    const patch = patchOf(chosen, site, await settings.read());
    if (typeof patch === "string") return fail({ kind: patch });
    await settings.change((current) => {
      const now = patchOf(chosen, site, current);
      return typeof now === "string" ? {} : now;
    });
    return ok(null);
  };
}

/** The change of the settings, or why there is none: `aborted` if the choice is about a site and the page has none. */
function patchOf(chosen: CardChoice, site: string | null, settings: Settings): SettingsPatch | Refusal {
  const { detection, sites } = settings;
  switch (chosen.choice) {
    case "more":
      return { card: { more: chosen.open } };
    case "form":
      return { card: { form: chosen.form } };
    case "site-off":
      if (site === null) return "aborted";
      return isCovered(site, sites.off) ? {} : wholeList(sites.off, site, (off) => ({ sites: { off } }));
    case "never": {
      const { word } = chosen;
      if (chosen.everywhere) {
        if (detection.never.includes(word)) return {};
        return wholeList(detection.never, word, (never) => ({ detection: { never } }));
      }
      if (site === null) return "aborted";
      if (sites.never.some((entry) => entry.surface === word && entry.site === site)) return {};
      return wholeList(sites.never, { surface: word, site }, (never) => ({ sites: { never } }));
    }
  }
}

function wholeList<T>(
  list: readonly T[],
  item: T,
  patchWith: (list: readonly T[]) => SettingsPatch,
): SettingsPatch | "list-full" {
  return list.length < LIST_LIMIT ? patchWith([...list, item]) : "list-full";
}
