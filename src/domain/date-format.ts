/** English that has a short name for zones of its own readers: EST, GMT, AEDT, NZDT, SAST, IST. */
const SHORT_NAMES = ["en-US", "en-GB", "en-CA", "en-AU", "en-NZ", "en-ZA", "en-IN"] as const;

/** How a zone is named at an instant, and the style of `Intl.DateTimeFormat` that puts such a name in its place. */
export interface ZoneName {
  readonly text: string;
  readonly style: "short" | "longGeneric";
}

/**
 * The abbreviation that the locale or English has ("EST", "MEZ"), else
 * the zone in words ("Japan Standard Time"): "GMT+9" tells nobody where.
 */
export function zoneNameOf(epochMs: number, timeZone: string, locale: string): ZoneName {
  const nameIn = (language: string, style: ZoneName["style"]) =>
    new Intl.DateTimeFormat(language, { timeZone, timeZoneName: style })
      .formatToParts(epochMs)
      .find(({ type }) => type === "timeZoneName")?.value ?? "";
  for (const language of [locale, ...SHORT_NAMES]) {
    const text = nameIn(language, "short");
    if (text !== "" && !/^(GMT|UTC)?[+\-−]|^(GMT|UTC).+/.test(text)) return { text, style: "short" };
  }
  return { text: nameIn(locale, "longGeneric"), style: "longGeneric" };
}
