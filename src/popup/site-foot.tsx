import { useState } from "preact/hooks";
import type { TextOf } from "../ui/text";
import type { PageState } from "./page-state";

/**
 * Says whether Sidequote is on at the page's site and lets the reader change that. For a page that is read once, it
 * offers to switch the site on.
 */
export function SiteFoot({
  page,
  text,
  keep,
  reload,
  switchSite,
}: {
  page: PageState | null;
  text: TextOf;
  /** Opens the browser's prompt; called within the click. */
  keep: (site: string) => Promise<boolean>;
  reload: () => Promise<void>;
  /** Resolves with a sentence about why that was not saved, or null. */
  switchSite: (site: string, on: boolean) => Promise<string | null>;
}) {
  const [problem, setProblem] = useState<string | null>(null);
  if (page?.kind !== "read" && page?.kind !== "off") return null;
  const { site } = page;
  if (site === null) return null;
  if (page.kind === "read" && page.passing) {
    return (
      <footer class="pp-foot pp-site">
        <span>{text("popup_passing")}</span>
        <button
          type="button"
          class="pg-button"
          onClick={() => void keep(site).then((granted) => (granted ? reload() : undefined))}
        >
          {text("popup_keep", { site })}
        </button>
      </footer>
    );
  }
  return (
    <footer class="pp-foot">
      <label class="pp-site">
        <span>{text("popup_siteSwitch", { site })}</span>
        <input
          type="checkbox"
          class="pg-switch"
          checked={page.kind === "read"}
          onChange={(event) => void switchSite(site, event.currentTarget.checked).then(setProblem)}
        />
      </label>
      <p class="pp-refused" role="status">
        {problem}
      </p>
    </footer>
  );
}
