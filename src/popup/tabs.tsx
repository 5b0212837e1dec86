import type { TextOf } from "../ui/text";

/** The popup's two lists. */
export type Tab = "page" | "watchlist";

/** The popup's two lists; arrow keys change between them. */
export function Tabs({
  tab,
  choose,
  text,
  counts,
}: {
  tab: Tab;
  choose: (tab: Tab) => void;
  text: TextOf;
  counts: Readonly<Record<Tab, number>>;
}) {
  const titles = { page: "popup_thisPage", watchlist: "popup_watchlist" } as const;
  return (
    <div
      class="pp-tabs"
      role="tablist"
      onKeyDown={(event) => {
        if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
        const other = tab === "page" ? "watchlist" : "page";
        choose(other);
        document.getElementById(`tab-${other}`)?.focus();
      }}
    >
      {(["page", "watchlist"] as const).map((name) => (
        <button
          key={name}
          type="button"
          role="tab"
          id={`tab-${name}`}
          aria-selected={tab === name}
          aria-controls="panel"
          tabIndex={tab === name ? 0 : -1}
          onClick={() => choose(name)}
        >
          {text(titles[name])} {counts[name] > 0 && <span class="pp-count">{counts[name]}</span>}
        </button>
      ))}
    </div>
  );
}
