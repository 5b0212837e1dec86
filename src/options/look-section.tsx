import { createFormat } from "../domain/format";
import { PALETTES, REPEATS, SUBUNITS, THEMES } from "../domain/settings";
import { Choices, Pick, Toggle } from "../ui/form";
import type { SectionProps } from "./use-options";

const THEME_LABELS = {
  auto: "options_themeAuto",
  page: "options_themePage",
  light: "options_themeLight",
  dark: "options_themeDark",
} as const;
const PALETTE_LABELS = {
  auto: "options_paletteAuto",
  "green-up": "options_paletteGreenUp",
  "red-up": "options_paletteRedUp",
  "colour-blind": "options_paletteColourBlind",
  mono: "options_paletteMono",
} as const;

const REPEATS_LABELS = {
  paragraph: "options_repeatsParagraph",
  page: "options_repeatsPage",
  all: "options_repeatsAll",
} as const;

/** Ways of writing numbers that readers of market news know, each named in its own language. */
const NUMBER_LOCALES = [
  "en-US",
  "en-GB",
  "zh-CN",
  "ja-JP",
  "ko-KR",
  "de-DE",
  "de-CH",
  "fr-FR",
  "es-ES",
  "es-MX",
  "pt-BR",
  "en-IN",
] as const;

/** Theme, colours, number format, underlines and badge. */
export function LookSection({
  deps: { text, language },
  options: { change },
  settings: { look, badge },
}: SectionProps) {
  return (
    <>
      <Choices
        title={text("options_theme")}
        choices={THEMES.map((value) => ({ value, label: text(THEME_LABELS[value]) }))}
        value={look.theme}
        choose={(theme) => change({ look: { theme } })}
      />
      <Choices
        title={text("options_palette")}
        choices={PALETTES.map((value) => ({ value, label: text(PALETTE_LABELS[value]) }))}
        value={look.palette}
        choose={(palette) => change({ look: { palette } })}
      />
      <Pick
        title={text("options_numbers")}
        choices={[
          { value: "", label: text("options_numbersBrowser") },
          ...NUMBER_LOCALES.map((value) => ({ value, label: nameOf(value) })),
        ]}
        value={look.numbers}
        choose={(numbers) => change({ look: { numbers } })}
      />
      <Choices
        title={text("options_subunits")}
        choices={SUBUNITS.map((value) => ({
          value,
          label: text(value === "quoted" ? "options_subunitsQuoted" : "options_subunitsMain", {
            price: createFormat(look.numbers || language, value).price(337.05, "GBp"),
          }),
        }))}
        value={look.subunits}
        choose={(subunits) => change({ look: { subunits } })}
      />
      <Toggle title={text("options_marks")} on={look.marks} set={(marks) => change({ look: { marks } })} />
      <Choices
        title={text("options_repeats")}
        choices={REPEATS.map((value) => ({ value, label: text(REPEATS_LABELS[value]) }))}
        value={look.repeats}
        choose={(repeats) => change({ look: { repeats } })}
      />
      <Toggle title={text("options_badge")} on={badge} set={(on) => change({ badge: on })} />
    </>
  );
}

function nameOf(locale: string): string {
  const name = new Intl.DisplayNames([locale], { type: "language" }).of(locale) ?? locale;
  return `${name} · ${createFormat(locale).price(1234.5, "USD")}`;
}
