import type { ComponentChildren } from "preact";
import { EXCHANGES } from "../domain/exchange";
import type { CardRequest, Description } from "../protocol";
import type { Wording } from "../ui/figures";

/** The company's full name, as the directory has it; until then as the page's mention has it. */
export function nameOf(request: Pick<CardRequest, "name">, description: Description | null): string {
  return description?.listing?.name ?? request.name;
}

/** Whose figures these are: company, ticker, exchange, kind; the card's buttons stand beside it. */
export function Identity({
  request,
  description,
  wording,
  children,
}: {
  request: CardRequest;
  description: Description | null;
  wording: Wording;
  children: ComponentChildren;
}) {
  const listing = description?.listing ?? null;
  const kind = { stock: null, adr: "ADR", etf: "ETF", index: wording.text("card_index") }[listing?.kind ?? "stock"];
  const exchange = listing && listing.exchange !== "INDEX" ? EXCHANGES[listing.exchange].name : null;
  const name = nameOf(request, description);
  return (
    <div class="identity">
      <div class="who">
        <p class="name" title={name}>
          {name}
        </p>
        <p class="listing">
          <strong>{request.ticker}</strong>
          <span class="where">{[exchange, kind].filter((part) => part !== null).map((part) => ` · ${part}`)}</span>
        </p>
      </div>
      {children}
    </div>
  );
}
