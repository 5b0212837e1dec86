import type { Wording } from "../figures";

/** Lowest and highest close of 52 weeks, with the latest close's place between them. */
export function YearRange({
  range: { low, high },
  close,
  currency,
  decimals,
  wording: { text, format },
}: {
  range: { readonly low: number; readonly high: number };
  close: number;
  currency: string | null;
  decimals: number;
  wording: Wording;
}) {
  const place = high > low ? Math.min(1, Math.max(0, (close - low) / (high - low))) : 0.5;
  const [lowest, highest] = [format.price(low, currency, decimals), format.price(high, currency, decimals)];
  return (
    <div class="range" data-row="year-range">
      <p class="row-title">{text("card_yearRange")}</p>
      <div class="range-line" aria-hidden="true">
        <span>{lowest}</span>
        <span class="track" />
        <span class="pin" style={{ marginInlineStart: `calc((100% - 9px) * ${place.toFixed(3)})` }} />
        <span>{highest}</span>
      </div>
      <p class="sq-words">
        {text("card_yearRangeWords", { low: lowest, high: highest, place: Math.round(place * 100) })}
      </p>
    </div>
  );
}
