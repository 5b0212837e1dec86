import { useState } from "preact/hooks";
import { HORIZONS } from "../domain/market/comparison";
import { QUOTE_PAGE_NAMES } from "../domain/quote-page";
import { CARD_FORMS, CARD_ROWS, DWELL_LIMITS_MS, MODIFIERS, QUOTE_PAGES, TRIGGERS } from "../domain/settings";
import { Choices, Pick, Ticks, Toggle } from "../ui/form";
import { BenchmarkChoice } from "./benchmark-choice";
import type { SectionProps } from "./use-options";

const TRIGGER_LABELS = { hover: "options_hover", modifier: "options_modifier", click: "options_click" } as const;
const FORM_LABELS = { full: "options_full", compact: "options_compact" } as const;
const ROW_LABELS = {
  chart: "options_rowChart",
  horizons: "options_rowHorizons",
  "year-range": "options_rowYearRange",
  "in-article": "options_rowInArticle",
  "since-article": "options_rowSinceArticle",
  "other-listing": "options_rowOtherListing",
  "after-hours": "options_rowAfterHours",
} as const;
const HORIZON_LABELS = { "5D": "card_5D", "1M": "card_1M", "3M": "card_3M", YTD: "card_YTD", "1Y": "card_1Y" } as const;
const KEY_NAMES = { alt: "Alt", ctrl: "Ctrl", shift: "Shift" } as const;

const [, ...CHART_HORIZONS] = HORIZONS;

/** The settings for when the card opens and what is in it. */
export function CardSection({ deps: { text }, options: { change }, settings: { trigger, card } }: SectionProps) {
  return (
    <>
      <Choices
        title={text("options_trigger")}
        choices={TRIGGERS.map((value) => ({ value, label: text(TRIGGER_LABELS[value]) }))}
        value={trigger.kind}
        choose={(kind) => change({ trigger: { kind } })}
      />
      {trigger.kind === "modifier" && (
        <Pick
          title={text("options_modifierKey")}
          choices={MODIFIERS.map((value) => ({ value, label: KEY_NAMES[value] }))}
          value={trigger.modifier}
          choose={(modifier) => change({ trigger: { modifier } })}
        />
      )}
      {trigger.kind !== "click" && (
        <Dwell text={text} dwellMs={trigger.dwellMs} set={(dwellMs) => change({ trigger: { dwellMs } })} />
      )}
      <Choices
        title={text("options_form")}
        choices={CARD_FORMS.map((value) => ({ value, label: text(FORM_LABELS[value]) }))}
        value={card.form}
        choose={(form) => change({ card: { form } })}
      />
      <Ticks
        title={text("options_rows")}
        choices={CARD_ROWS.map((value) => ({ value, label: text(ROW_LABELS[value]) }))}
        values={card.rows}
        choose={(rows) => change({ card: { rows } })}
      />
      <BenchmarkChoice value={card.benchmark} text={text} choose={(benchmark) => change({ card: { benchmark } })} />
      <Toggle
        title={text("options_homeIndex")}
        on={card.homeIndex}
        set={(homeIndex) => change({ card: { homeIndex } })}
      />
      <Toggle
        title={text("options_reinvested")}
        on={card.reinvested}
        set={(reinvested) => change({ card: { reinvested } })}
      />
      <Pick
        title={text("options_horizon")}
        choices={CHART_HORIZONS.map((value) => ({ value, label: text(HORIZON_LABELS[value]) }))}
        value={card.horizon}
        choose={(horizon) => change({ card: { horizon } })}
      />
      <Pick
        title={text("options_quotePage")}
        choices={QUOTE_PAGES.map((value) => ({ value, label: QUOTE_PAGE_NAMES[value] }))}
        value={card.quotePage}
        choose={(quotePage) => change({ card: { quotePage } })}
      />
    </>
  );
}

/** A slider for the rest before the card shows. A drag is saved as one change, when it ends. */
function Dwell({
  text,
  dwellMs,
  set,
}: {
  text: SectionProps["deps"]["text"];
  dwellMs: number;
  set: (dwellMs: number) => void;
}) {
  const [shown, setShown] = useState<number | null>(null);
  const value = shown ?? dwellMs;
  return (
    <label class="fm-line">
      <span>{text("options_dwell", { ms: value })}</span>
      <input
        type="range"
        min={DWELL_LIMITS_MS.min}
        max={DWELL_LIMITS_MS.max}
        step={20}
        value={value}
        onInput={(event) => setShown(event.currentTarget.valueAsNumber)}
        onChange={(event) => {
          set(event.currentTarget.valueAsNumber);
          setShown(null);
        }}
      />
    </label>
  );
}
