import { QUOTE_PAGE_NAMES, quotePageFor } from "../domain/quote-page";
import type { CardRequest, Description } from "../protocol";
import type { Wording } from "../ui/figures";
import type { CardActions } from "./view";

/** Star, link to the reader's quote page, gear and, for touch and keys, a way to close. */
export function Actions({
  request,
  description,
  wording: { text },
  actions,
}: {
  request: CardRequest;
  description: Description | null;
  wording: Wording;
  actions: CardActions;
}) {
  const { ticker } = request;
  const starred = description?.starred ?? false;
  const page = quotePageFor(request.settings.card.quotePage, description?.listing ?? { ticker });
  const linkLabel = text("card_quotePage", { ticker, site: QUOTE_PAGE_NAMES[page.site] });
  const starLabel = text(starred ? "card_unstar" : "card_star", { ticker });
  return (
    <div class="actions">
      {description && (
        <button
          type="button"
          class="action star"
          aria-pressed={starred}
          aria-label={starLabel}
          title={starLabel}
          onClick={actions.star}
        >
          <Icon path="m10 2.6 2.3 4.7 5.1.7-3.7 3.6.9 5.1-4.6-2.4-4.6 2.4.9-5.1L2.6 8l5.1-.7z" filled={starred} />
        </button>
      )}
      <a
        class="action"
        href={page.url}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={linkLabel}
        title={linkLabel}
      >
        <Icon path="M8 4H4v12h12v-4M11 3h6v6M17 3l-8 8" />
      </a>
      <button
        type="button"
        class="action"
        aria-label={text("card_settings")}
        title={text("card_settings")}
        onClick={(event) => actions.openPage("options", event)}
      >
        <Icon path="M3 6h7m4 0h3M3 14h3m4 0h7M14 6a2 2 0 1 1-4 0 2 2 0 0 1 4 0M10 14a2 2 0 1 1-4 0 2 2 0 0 1 4 0" />
      </button>
      <button
        type="button"
        class="action close-button"
        aria-label={text("card_close")}
        title={text("card_close")}
        onClick={actions.close}
      >
        <Icon path="m5 5 10 10M15 5 5 15" />
      </button>
    </div>
  );
}

function Icon({ path, filled = false }: { path: string; filled?: boolean }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" data-filled={filled}>
      <path d={path} />
    </svg>
  );
}
