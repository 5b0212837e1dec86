import type { Token } from "./token";
import type { LanguageCode } from "./words/languages";
import { type Sense, senseless } from "./words/lexicon";

const UP: Sense = { kinds: new Set(["up"]) };
const DOWN: Sense = { kinds: new Set(["down"]) };

/** An arrow that says which way the figure beside it went: `▼3.07%`, `3.07% ▲`; null for one that points at no figure. */
export function arrowAt(text: string, at: number, language: LanguageCode): Token | null {
  const arrow = text.charAt(at);
  if (!/[▲△⬆↑▼▽⬇↓]/.test(arrow)) return null;
  const isBefore = /^ ?[$€£¥₩+\-−]?\d/.test(text.slice(at + 1, at + 4));
  const isBehind =
    /[%％] ?$/.test(text.slice(Math.max(0, at - 2), at)) && /^(?:$|[\s,;.、。)）|])/.test(text.slice(at + 1));
  if (!isBefore && !isBehind) return null;
  // In Japanese tables ▲ is a minus; elsewhere it is a plus.
  const isUnsure = language === "ja" && /[▲△]/.test(arrow);
  const sense = isUnsure ? senseless() : /[▲△⬆↑]/.test(arrow) ? UP : DOWN;
  return { start: at, end: at + 1, type: "word", sense };
}
