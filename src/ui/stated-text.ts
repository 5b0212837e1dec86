import type { ArticleStatement, StatedFigure, WordedStatement } from "../domain/statements/article-statement";
import { DOLLARS } from "../domain/statements/market-fit";
import { BENCHMARK, isIndex } from "../domain/ticker";
import { benchmarkName } from "./benchmark-name";
import type { Wording } from "./figures";

const SIGNS = { agrees: "✓", "another-day": "↶", differs: "≠", "not-a-close": "◷" } as const;

/** A statement in words; `currency` and `decimals` are those of the listing's closes. */
export function statedText(
  stated: ArticleStatement,
  { currency, decimals }: { readonly currency: string | null; readonly decimals?: number | undefined },
  wording: Wording,
): WordedStatement {
  const unit = isIndex(stated.ticker) ? null : currency;
  const figures = stated.figures.map((figure) => figureText(figure, unit, wording)).join(", ");
  const { benchmark } = stated;
  return {
    ticker: stated.ticker,
    place: stated.place,
    verdict: stated.verdict.kind,
    figures,
    benchmark:
      benchmark && stated.ticker !== BENCHMARK
        ? `${benchmarkName(BENCHMARK, wording)} ${figureText(benchmark, null, wording)}`
        : "",
    sign: SIGNS[stated.verdict.kind],
    sentence: sentenceOf(stated, { currency: unit, decimals }, wording),
  };
}

function sentenceOf(
  { verdict, phase }: ArticleStatement,
  { currency, decimals }: { readonly currency: string | null; readonly decimals?: number | undefined },
  { text, format }: Wording,
): string {
  switch (verdict.kind) {
    case "agrees":
      return text("card_statedAgrees", { day: format.weekdayAndDay(verdict.date) });
    case "another-day": {
      const [day, expected] = [format.weekdayAndDay(verdict.date), format.weekdayAndDay(verdict.expected)];
      return text("card_statedOtherDay", { day, expected });
    }
    case "differs": {
      const price = format.price(verdict.ours, currency, decimals);
      return text("card_statedDiffers", { day: format.weekdayAndDay(verdict.date), price });
    }
    case "not-a-close":
      if (phase === "premarket") return text("card_statedPremarket");
      return text(phase === "after-hours" ? "card_statedAfterHours" : "card_statedIntraday");
  }
}

/** A figure with the decimals that the article gives it. */
function figureText(figure: StatedFigure, currency: string | null, { format }: Wording): string {
  const { kind, value, decimals, unit, direction } = figure;
  if (direction === null) {
    const isPoints = kind === "level-of-index" || unit === "points";
    return format.price(value, isPoints ? null : statedCurrency(figure, currency), decimals);
  }
  const signed = value * direction;
  if (unit === "USc") return format.given(signed / 100, decimals + 2, null);
  return format.given(signed, decimals, unit === "%" ? "%" : null);
}

/** The currency that the article names; a bare dollar sign means the listing's, or that of the United States. */
function statedCurrency({ unit, isAnyDollar }: StatedFigure, currency: string | null): string | null {
  const isOfListing = unit === null || (isAnyDollar && (currency === null || DOLLARS.test(currency)));
  return isOfListing ? currency : unit;
}
