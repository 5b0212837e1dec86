/** A symbol as pages write it, read by its ending. */
export interface SpelledSymbol {
  /** The symbol as our tickers spell it: `BRK.B`, `BAC-PL`, `IONQ-WT`. */
  readonly symbol: string;
  /** Whether it is a preferred share, warrant, unit or right, and not the company's common share. */
  readonly derived: boolean;
}

/** `BAC.PRL`, `BAC-PL`, `PSA PR H`, `PSA/PRH`: the NYSE's ways to write a preferred share. */
const PREFERRED = /^([A-Z]{1,5})(?:[.\-/ ]PR[.\-/ ]?|[-/]P)([A-Z])$/;
/** `IONQ WS`, `IONQ.WS`, `IONQ-WT`, `ABC.UN`, `ABC.RT`, `ABC.U`. */
const OTHER = /^([A-Z]{1,5})[.\-/ ](WS|WT|UN|U|RT|RI)$/;
/** Yahoo's endings. */
const YAHOO_ENDINGS: Readonly<Record<string, string>> = { WS: "WT", WT: "WT", UN: "UN", U: "UN", RT: "RI", RI: "RI" };

/** Reads a symbol of a US exchange as pages write it. */
export function spelledSymbol(written: string): SpelledSymbol {
  const [, company = "", series] = PREFERRED.exec(written) ?? [];
  if (series !== undefined) return { symbol: `${company}-P${series}`, derived: true };
  const [, root = "", ending] = OTHER.exec(written) ?? [];
  if (ending !== undefined) return { symbol: `${root}-${YAHOO_ENDINGS[ending] ?? ending}`, derived: true };
  return { symbol: written.replace(/[-/ ](?=[A-Z]$)/, "."), derived: false };
}

/** Brazil's classes of one company's shares: `PETR3`, `PETR4`, `SANB11`. */
const BRAZILIAN = /^([A-Z]{4})(?:3|4|5|6|11)$/;

/** The four letters that all classes of a Brazilian company's shares begin with; null for any other symbol. */
export function brazilianRoot(symbol: string): string | null {
  return BRAZILIAN.exec(symbol)?.[1] ?? null;
}
