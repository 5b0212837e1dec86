import type { SearchReply } from "../protocol/figure-requests";
import { failureText } from "../ui/failure-text";
import { CompanyTable } from "./company-table";
import { Notice } from "./page-panel";
import type { Figures } from "./use-figures";

/** The listings that a search found; `found` is null while the answer is awaited. */
export function SearchResults({
  query,
  found,
  figures: { table, rowsOf, detailsOf },
}: {
  query: string;
  found: SearchReply | null;
  figures: Figures;
}) {
  const { wording, now } = table;
  const { text } = wording;
  return (
    <main class="pp-body" aria-label={text("popup_results")}>
      <p class="sq-words" role="status">
        {found ? text("popup_found", { count: found.listings.length }) : text("popup_loading")}
      </p>
      {found?.failure && <Notice title={failureText(found.failure, wording, now())} />}
      {found && found.listings.length === 0 && !found.failure && (
        <Notice title={text("popup_nothingFound", { query })} />
      )}
      {found && found.listings.length > 0 && (
        <CompanyTable {...table} rows={rowsOf(found.listings)} caption={text("popup_results")} details={detailsOf} />
      )}
    </main>
  );
}
