import type { Occurrence } from "./occurrence";

/** What streets are called after a name. */
const STREET =
  /^ (?:\p{Lu}\p{Ll}+ ){0,2}(?:Way|Drive|Dr\.|Street|Avenue|Ave\.|Road|Rd\.|Boulevard|Blvd\.|Lane|Parkway|Plaza|Place|Court)(?!\p{L})/u;
/** A house's number, and no year. */
const HOUSE = /(?:(?<![\d.,])(?!(?:19|20)\d\d )\d{1,5}|(?<!\p{L})(?:One|Two)) $/u;
/** The same where no number is needed, and schools; `Road Trip` and `Road to Recovery` are no street. */
const STREET_OR_SCHOOL =
  /^ (?:Street|Avenue|Ave\.|Road|Rd\.|Boulevard|Blvd\.|Lane|Parkway|Trail|Elementary|Middle School|High School)(?!\p{L}| to | \p{Lu}\p{Ll})/u;

/** Whether it names a street or a school: `One Microsoft Way`, `on Kroger Street`. */
export function isStreet({ candidate: { start, end, form }, block: { text } }: Occurrence): boolean {
  if (form !== "name") return false;
  const after = text.slice(end, end + 40);
  return STREET_OR_SCHOOL.test(after) || (HOUSE.test(text.slice(Math.max(0, start - 7), start)) && STREET.test(after));
}
