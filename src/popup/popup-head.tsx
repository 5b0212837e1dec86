import type { Wording } from "../ui/figures";
import { LINES, LineIcon } from "../ui/icons";
import { Headline, type HeadlineBenchmark } from "./headline";
import { SearchField } from "./search-field";

/** The search field, a button for the settings and, with consent, the benchmark's figures. */
export function PopupHead({
  wording,
  query,
  search,
  openOptions,
  consented,
  benchmark,
  now,
}: {
  wording: Wording;
  query: string;
  search: (query: string) => void;
  openOptions: () => void;
  consented: boolean;
  benchmark: HeadlineBenchmark;
  now: () => number;
}) {
  const { text } = wording;
  return (
    <header>
      <h1 class="sq-words">Sidequote</h1>
      <div class="pp-head">
        <SearchField text={text} query={query} search={search} />
        <button
          type="button"
          class="pp-icon"
          aria-label={text("popup_options")}
          title={text("popup_options")}
          onClick={openOptions}
        >
          <LineIcon lines={LINES.sliders} />
        </button>
      </div>
      {consented && <Headline benchmark={benchmark} wording={wording} now={now} />}
    </header>
  );
}
