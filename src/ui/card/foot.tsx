import type { Comparison } from "../../domain/market/comparison";
import { providerName } from "../../providers/catalogue";
import { benchmarkName } from "../benchmark-name";
import type { Wording } from "../figures";
import type { CardActions } from "./card-props";
import { ICONS, Icon } from "./icon";

/** The source of the figures, what they leave out, and the button for the details. */
export function Foot({
  comparison,
  open,
  wording,
  more,
}: {
  comparison: Comparison;
  open: boolean;
  wording: Wording;
  more: CardActions["more"];
}) {
  const { text } = wording;
  return (
    <div class="foot" data-row="foot">
      <p class="source">{sourceText(comparison, wording)}</p>
      <button type="button" class="more" aria-expanded={open} onClick={(event) => more(!open, event)}>
        {text(open ? "card_less" : "card_more")}
        <Icon path={ICONS.down} />
      </button>
    </div>
  );
}

/** "Yahoo Finance · without dividends"; both sources if the benchmark's is another. */
function sourceText({ benchmark, provider }: Comparison, wording: Wording): string {
  const { text } = wording;
  const source =
    benchmark.ok && benchmark.provider !== provider
      ? text("card_sources", {
          provider: providerName(provider),
          benchmark: benchmarkName(benchmark.ticker, wording),
          other: providerName(benchmark.provider),
        })
      : providerName(provider);
  return `${source} · ${text("card_priceReturns")}`;
}
