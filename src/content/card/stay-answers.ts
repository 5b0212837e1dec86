import type { Result } from "../../domain/failure";
import type { Comparison } from "../../domain/market/comparison";
import type { Ask } from "../../platform/ask";
import type { CardApi } from "../../protocol/card-api";
import type { PageMention } from "../page/page-mention";
import { askFigures } from "./ask-figures";
import type { CardDrawingDeps } from "./card-drawing";
import type { Stay } from "./hover-state";
import type { PageStatements, PlacedStatement } from "./page-statements";

/** Gets what the card shows during a stay on a mention: the figures, and what the page states of the listing. */
export interface StayAnswers {
  /** Asks for the figures, then for the statement. Does nothing for a token that was asked for already. */
  readonly request: (stay: Stay<PageMention>) => void;
  /** What the page states of the listing, by the token of the stay; null until it is known. */
  readonly statementFor: (token: number) => PlacedStatement | null;
  /** Scrolls to the last statement that was found. */
  readonly showStatement: () => void;
}

/** How the answers are asked for, and who gets them. */
export interface StayAnswersDeps extends Pick<CardDrawingDeps, "settings" | "publication"> {
  readonly ask: Ask;
  /** Returns this frame's card, and loads it if it is not there. */
  readonly loadCard: () => Promise<CardApi | null>;
  readonly statements: Pick<PageStatements, "of">;
  readonly onAnswer: (token: number, answer: Result<Comparison>) => void;
  /** Called when a statement has been found. */
  readonly onStatement: () => void;
}

/**
 * Asks once for each token; a retry has a new one. An answer may come when the reader is on another mention already;
 * its token tells which stay it is for.
 */
export function createStayAnswers(deps: StayAnswersDeps): StayAnswers {
  const { ask, loadCard, settings, publication, statements, onAnswer } = deps;
  let lastToken = 0;
  let lastFound: { readonly token: number; readonly found: PlacedStatement } | null = null;

  async function askAll({ token, mention }: Stay<PageMention>): Promise<void> {
    const { day, at } = publication() ?? {};
    const question = { ticker: mention.ticker, published: day, publishedAt: at ?? undefined };
    const asking = askFigures(ask, question, (answer) => onAnswer(token, answer));
    (await loadCard())?.prepare(mention.ticker);
    const { ok } = await asking;
    // A statement is judged by the closes, so it is asked for once they are there.
    if (ok) await askStatement(token, mention);
  }

  async function askStatement(token: number, mention: PageMention): Promise<void> {
    const day = publication()?.day;
    if (day === undefined || !settings().card.rows.includes("in-article")) return;
    const found = await statements.of(mention, day);
    if (!found || lastToken !== token) return;
    lastFound = { token, found };
    deps.onStatement();
  }

  return {
    request(stay) {
      if (stay.token <= lastToken) return;
      lastToken = stay.token;
      void askAll(stay);
    },
    statementFor: (token) => (lastFound?.token === token ? lastFound.found : null),
    showStatement: () => lastFound?.found.show(),
  };
}
