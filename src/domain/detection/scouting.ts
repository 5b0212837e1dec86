import { LONGEST_SURFACE } from "./mention";
import type { PageFacts } from "./mentions";
import { findSurfaces } from "./phrases";
import { withAlwaysList } from "./rules/always-list";

/** More than stands between two words of one name, white space left out: `and`. */
const LONGEST_JOINT = 4;
/** Nobody writes a name in more pieces; menus are rows of capitalised words without end. */
const MOST_PIECES = 3;
/** A candidate could go on where a capital or figure comes first, or nothing but signs: the `: ` of `NYSE: BABA`. */
const GOES_ON = /^(?:\W*(?:[a-z&]{1,3}\s+)?[A-Z\d]|\W+$)/;

/** Texts of one page in their order. */
export interface PageTexts {
  readonly texts: readonly string[];
  /** The places of those that stand apart from the next: white space of the page's source, left out of the texts, comes between. */
  readonly apart: readonly number[];
}

/** What each text, or it and the next one together, could name. */
export type SurfacesOfTexts = readonly (readonly string[])[];

/** What is to be asked about the texts of one page. */
export function surfacesOf({ texts, apart }: PageTexts): SurfacesOfTexts {
  const isApart = new Set(apart);
  return surfacesOfEach(texts.map((text, place) => (isApart.has(place) ? `${text} ` : text)));
}

/**
 * Where a closer look could pay: the places of those texts in which the directory knows something. They are a page's text nodes;
 * a candidate that goes over into the next text is looked at with it, whether or not the two stand in one line.
 */
export function promisingTexts(
  surfaces: SurfacesOfTexts,
  { identify, settings, published }: PageFacts,
): readonly number[] {
  const distinct = [...new Set(surfaces.flat())].filter(({ length }) => length <= LONGEST_SURFACE);
  const known = withAlwaysList(identify(distinct, published), distinct, settings.always);
  const isKnown = (surface: string) => Object.hasOwn(known, surface);
  return surfaces.flatMap((found, place) => (found.some(isKnown) ? [place] : []));
}

function surfacesOfEach(texts: readonly string[]): SurfacesOfTexts {
  let open = "";
  /** What was found in the texts that the open one comes from: their line is looked at for that already. */
  let before: readonly string[] = [];
  let pieces = 0;
  return texts.map((text) => {
    const found = findSurfaces(text) ?? [];
    // Both are asked about, as only the page knows whether the two texts stand in one line.
    const joined = open !== "" && GOES_ON.test(text) ? open + text.slice(0, LONGEST_SURFACE) : "";
    const already = before;
    open = openEnd(found, text);
    before = found;
    pieces += 1;
    if (joined === "") {
      pieces = 1;
      return found;
    }
    const across = findSurfaces(joined) ?? [];
    // Where the text is no more than a part of a candidate, that goes on from its beginning.
    if (text.length - open.length >= LONGEST_JOINT || pieces >= MOST_PIECES) pieces = 1;
    else {
      open = openEnd(across, joined) || open;
      before = [...found, ...across];
    }
    return [...found, ...across.filter((surface) => !already.includes(surface))];
  });
}

/** From a text's last candidate on, where it reaches the end; else nothing. */
function openEnd(surfaces: readonly string[], text: string): string {
  const last = surfaces.at(-1);
  if (last === undefined) return "";
  const at = text.lastIndexOf(last);
  return text.slice(at + last.length).trim().length < LONGEST_JOINT ? text.slice(at) : "";
}
