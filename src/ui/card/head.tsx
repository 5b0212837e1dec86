import type { Description } from "../../domain/listing";
import { QUOTE_PAGE_NAMES, quotePageFor } from "../../domain/quote-page";
import { readableName } from "../../domain/readable-name";
import { isIndex } from "../../domain/ticker";
import type { Wording } from "../figures";
import type { CardProps } from "./card-props";
import { ICONS, Icon } from "./icon";
import { nameOf } from "./listing-name";
import { Menu } from "./menu";

/**
 * The head of the card: the name, which is a link to the reader's quote page, ticker, exchange and kind; star and menu
 * beside it.
 */
export function Head(props: CardProps) {
  const { content, description, wording, actions } = props;
  const { text } = wording;
  const { ticker } = content;
  const page = quotePageFor(content.settings.card.quotePage, description?.listing ?? { ticker });
  const name = nameOf(content, description);
  const leadsTo = text("card_quotePage", { ticker, site: QUOTE_PAGE_NAMES[page.site] });
  return (
    <div class="head">
      <p class="who">
        <a class="name" href={page.url} target="_blank" rel="noopener noreferrer" title={`${name}\n${leadsTo}`}>
          {readableName(name)}
          <span class="sq-words">, {leadsTo}</span>
        </a>{" "}
        <span class="listing">
          {!isIndex(ticker) && <span class="ticker">{ticker}</span>}
          {placeOf(description, wording, !isIndex(ticker))}
        </span>
      </p>
      <div class="actions">
        {description && <Star {...props} starred={description.starred} />}
        <Menu key={ticker} {...props} />
        <button
          type="button"
          class="action close-button"
          aria-label={text("card_close")}
          title={text("card_close")}
          onClick={actions.close}
        >
          <Icon path={ICONS.cross} />
        </button>
      </div>
    </div>
  );
}

/** "NYSE · ADR"; with " · " before it if something precedes it. */
function placeOf(description: Description | null, { text }: Wording, follows: boolean): string {
  const listing = description?.listing;
  if (!listing) return "";
  const kind = { stock: null, adr: "ADR", etf: "ETF", index: text("card_index") }[listing.kind];
  const exchange = listing.exchange === "INDEX" ? null : listing.exchangeName;
  const parts = [exchange, kind].filter((part) => part !== null).join(" · ");
  return follows && parts ? ` · ${parts}` : parts;
}

function Star({ content: { ticker }, starred, wording: { text }, actions }: CardProps & { starred: boolean }) {
  const label = text(starred ? "card_unstar" : "card_star", { ticker });
  return (
    <button
      type="button"
      class="action star"
      aria-pressed={starred}
      aria-label={label}
      title={label}
      onClick={actions.star}
    >
      <Icon path={ICONS.star} filled={starred} />
    </button>
  );
}
