import { createFormat } from "../domain/format";
import type { Comparison } from "../domain/market/comparison";
import { BENCHMARK } from "../domain/ticker";
import type { CardActions } from "../ui/card/card-props";
import { CardView } from "../ui/card/card-view";
import { paletteFor, schemeFor } from "../ui/palettes";
import type { SectionProps } from "./use-options";

/** The published figures of Tuesday, November 11, 2025. The preview is of a past day, whatever the settings. */
const ALIBABA: Comparison = {
  ticker: "BABA",
  currency: "USD",
  zone: "America/New_York",
  date: "2025-11-11",
  closedAt: Date.UTC(2025, 10, 11, 21),
  close: 160.8,
  decimals: 2,
  previous: { date: "2025-11-10", close: 165.89 },
  change: 160.8 / 165.89 - 1,
  changeAbsence: null,
  exDividend: null,
  against: BENCHMARK,
  benchmark: {
    ok: true,
    ticker: BENCHMARK,
    change: 6846.61 / 6832.43 - 1,
    difference: 160.8 / 165.89 - 6846.61 / 6832.43,
    provider: "yahoo",
    from: null,
  },
  periodsAgainst: BENCHMARK,
  home: null,
  horizons: {},
  yearRange: null,
  series: [],
  provider: "yahoo",
  staleSince: null,
  told: [],
};

const nothing = () => undefined;
const ACTIONS: CardActions = {
  star: nothing,
  choose: nothing,
  more: nothing,
  turnTo: nothing,
  copy: nothing,
  showStated: nothing,
  agree: nothing,
  openOptions: nothing,
  retry: nothing,
  close: nothing,
};

/** Shows the card with the present settings, beside the controls that change them. */
export function CardPreview({ deps: { text, language, now }, settings }: Pick<SectionProps, "deps" | "settings">) {
  const { look } = settings;
  return (
    <aside class="op-preview-card" aria-label={text("options_preview")}>
      <p class="fm-note">{text("options_preview")}</p>
      <div
        class="sq card"
        data-scheme={schemeFor(look.theme)}
        data-palette={paletteFor(look.palette, language)}
        // Only for looking at, so it takes no clicks and no focus.
        inert
      >
        <CardView
          content={{
            ticker: ALIBABA.ticker,
            name: "Alibaba Group Holding Limited",
            surface: "",
            answer: { ok: true, value: ALIBABA },
            settings: { ...settings, consented: true, siteOn: true },
            attention: "none",
          }}
          afterHours={null}
          description={{
            listing: {
              ticker: "BABA",
              name: "Alibaba Group Holding Limited",
              exchange: "NYSE",
              exchangeName: "NYSE",
              kind: "adr",
            },
            other: null,
            starred: false,
          }}
          open={false}
          site={null}
          agreesHere
          notice={null}
          now={now}
          wording={{ text, format: createFormat(look.numbers || language, look.subunits) }}
          actions={ACTIONS}
        />
      </div>
    </aside>
  );
}
