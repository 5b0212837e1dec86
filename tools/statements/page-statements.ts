import { articleDate } from "../../src/domain/article";
import type { LocalDate } from "../../src/domain/market/closes";
import { findStatements } from "../../src/domain/statements/find-statements";
import { sessionDays } from "../../src/domain/statements/session-days";
import type { Statement } from "../../src/domain/statements/statement";
import { languageCode } from "../../src/domain/statements/words/languages";
import type { Detection } from "../detect/detect-browser";
import { tradingDaysOf } from "./built-closes";

/** A statement as `detect --statements` prints it; `before` and `after` are up to 40 characters of visible text. */
interface PrintedStatement extends Pick<Statement, "ticker" | "kind" | "value" | "unit" | "direction" | "phase"> {
  /** The words that name the session, and the day that they and the calendar give. */
  readonly session: { readonly stated: string | null; readonly date: LocalDate | null };
  readonly approximate: Statement["approximate"];
  readonly claimsClose: boolean;
  readonly surface: string;
  readonly before: string;
  readonly after: string;
}

/** Later than any article, so that the saved page's own date counts whenever it is read. */
const ANY_DAY: LocalDate = "2999-01-01";

/** What a saved page states, in document order, with the day it was published. */
export function pageStatements({ blocks, lang, stated }: Detection): {
  readonly published: LocalDate | null;
  readonly statements: readonly PrintedStatement[];
} {
  const published = articleDate({ ...stated, path: "" }, ANY_DAY);
  const found = findStatements(blocks, languageCode(lang));
  return {
    published,
    statements: found.flat().map((statement) => printed(statement, blocks[statement.block]?.text ?? "", published)),
  };
}

function printed(statement: Statement, text: string, published: LocalDate | null): PrintedStatement {
  const { ticker, kind, value, unit, direction, phase, session, approximate, claimsClose, start, end } = statement;
  const calendar = published === null ? null : tradingDaysOf(ticker);
  const date = published && calendar ? (sessionDays(session, published, calendar)?.likely ?? null) : null;
  const squashed = (part: string) => part.replace(/\s+/g, " ");
  return {
    ticker,
    kind,
    value,
    unit,
    direction,
    phase,
    session: { stated: session?.stated ?? null, date },
    approximate,
    claimsClose,
    surface: text.slice(start, end),
    before: squashed(text.slice(Math.max(0, start - 90), start)).slice(-40),
    after: squashed(text.slice(end, end + 90)).slice(0, 40),
  };
}
