import type { Failure } from "../domain/failure";
import type { SearchReply } from "../protocol/figure-requests";
import { providerName } from "../providers/catalogue";
import { failureText } from "../ui/failure-text";
import type { Wording } from "../ui/figures";
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
      {!found && (
        <p class="pp-note pp-searching" aria-hidden="true">
          {text("popup_loading")}
        </p>
      )}
      {found?.failure && <Notice title={searchFailureText(found.failure, wording, now())} />}
      {found && found.listings.length === 0 && !found.failure && (
        <Notice title={text("popup_nothingFound", { query })} />
      )}
      {found && found.listings.length > 0 && (
        <CompanyTable {...table} rows={rowsOf(found.listings)} caption={text("popup_results")} details={detailsOf} />
      )}
    </main>
  );
}

/** The sentence for a failed search. What a broken answer to it is not, is a list of companies, and not a close. */
function searchFailureText(failure: Failure, wording: Wording, now: number): string {
  return failure.kind === "source-broken"
    ? wording.text("popup_searchBroken", { provider: providerName(failure.provider) })
    : failureText(failure, wording, now);
}
