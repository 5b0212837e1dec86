import { describe, expect, it } from "vitest";
import { catalogueOf, LANGUAGES } from "../../fakes/catalogues";

/** Second spellings of a term that has one word in each language, and signs that the language writes otherwise. */
const SECOND_SPELLINGS: Readonly<Record<string, readonly (readonly [pattern: RegExp, instead: string])[]>> = {
  en: [
    [/\bpp\b/, "points"],
    [/could not be had/, "is missing"],
    [/\b(?:symbol|stock code|quote price|tooltip)\b/i, "ticker, close, card"],
    [/, no close\b/, "not at the close"],
    [/\bswitch(?:ed)? (?:on|off)\b/i, "turn on, turn off"],
    [/'/, "’"],
  ],
  de: [
    [/\bPp\.|ggü\.|lfd\. J\./, "Punkte, zum, seit Jan."],
    [/"|\.\.\.|\p{L}…/u, "„…“, and … after a space"],
    [/: (?:der|die|das|in) /, "a capital where a sentence begins"],
    [/Vergleichs(?:maßstab|index)|Änderung(?! ist)/, "Vergleichswert, Veränderung"],
    [/\b(?:du|dein|dir)\b/i, "Sie"],
  ],
  fr: [
    [/\bcartes?\b/i, "fiche"],
    [/\bsymboles?\b/i, "ticker"],
    [/ [;:!?»]|« /, "a narrow or no-break space"],
    [/(?<!\p{L})(?:tu|ton|tes)(?!\p{L})/u, "vous"],
  ],
  es: [
    [/\bfichas?\b/i, "tarjeta"],
    [/\b(?:símbolos?|petición|peticiones)\b/i, "ticker, consulta"],
    [/\b(?:usted|elija|espere|recargue|acepte|apunte)\b/i, "tú"],
  ],
  pt_BR: [
    [/\bp\.p\./, "pontos"],
    [/\b(?:símbolos?|códigos?|pedidos?)\b/i, "ticker, consulta"],
  ],
  zh_CN: [
    [/标普 500/, "标普500"],
    [/(?<!\d)[13]月(?!\d)/, "1个月, 3个月"],
    [/启用|停用/, "开启, 关闭"],
    [/[\u4e00-\u9fff][,;:?!]/, "full-width signs"],
  ],
  ja: [
    [/情報源/, "提供元"],
    [/ブラウザ(?!ー)/, "ブラウザー"],
    [/有効|無効/, "オン, オフ"],
    [/[\u3040-\u30ff\u4e00-\u9fff] [A-Za-z{]|[A-Za-z}] [\u3040-\u30ff\u4e00-\u9fff]/, "no space between the scripts"],
  ],
  ko: [[/출처/, "제공처"]],
};

it("each language has its list", () => {
  expect(Object.keys(SECOND_SPELLINGS).sort()).toEqual([...LANGUAGES].sort());
});

describe.each(LANGUAGES)("the %s catalogue", (language) => {
  it("spells each term one way", () => {
    const found = Object.entries(catalogueOf(language)).flatMap(([key, text]) =>
      (SECOND_SPELLINGS[language] ?? [])
        .filter(([pattern]) => pattern.test(text))
        .map(([, instead]) => `${key}: “${text}” (write ${instead})`),
    );
    expect(found).toEqual([]);
  });
});
