import type { Result } from "../../domain/failure";
import type { Comparison } from "../../domain/market/comparison";
import type { Ask } from "../../platform/ask";
import type { CardApi } from "../../protocol/card-api";
import type { PageMention } from "../page/page-mention";
import type { CardDrawingDeps } from "./card-drawing";
import { askFigures } from "./figures";
import type { Stay } from "./hover-state";
import type { PageStatements, PlacedStatement } from "./page-statements";

/** What is asked for a stay on a mention, and what the page states of its listing. */
export interface StayAnswers {
  /** Asks for the figures, and then for what the page states. */
  readonly ask: (stay: Stay<PageMention>) => void;
  /** What the page states of the listing of the stay with this token; null while that is not known. */
  readonly stated: (token: number) => PlacedStatement | null;
  /** Brings the words that were found last into view. */
  readonly showStated: () => void;
}

export interface StayAnswersDeps extends Pick<CardDrawingDeps, "settings" | "published"> {
  readonly requests: Ask;
  /** The card of this frame, injected where it is not there. */
  readonly card: () => Promise<CardApi | null>;
  readonly statements: PageStatements;
  readonly answered: (token: number, answer: Result<Comparison>) => void;
  /** Called when a statement has been found. */
  readonly found: () => void;
}

/** Asks for each stay in turn; what comes for an earlier one is told with its token. */
export function createStayAnswers(deps: StayAnswersDeps): StayAnswers {
  const { requests, card, settings, published, statements, answered } = deps;
  let lastToken = 0;
  let last: { readonly token: number; readonly found: PlacedStatement } | null = null;

  async function ask({ token, mention }: Stay<PageMention>): Promise<void> {
    lastToken = token;
    const answers: Result<Comparison>[] = [];
    const asking = askFigures(requests, { ticker: mention.ticker, published: published() }, (answer) => {
      answers.push(answer);
      answered(token, answer);
    });
    (await card())?.prepare(mention.ticker);
    await asking;
    if (answers.at(-1)?.ok) await askStatement(token, mention);
  }

  /** Asked once the closes are there that judge it. */
  async function askStatement(token: number, mention: PageMention): Promise<void> {
    const day = published();
    if (day === undefined || !settings().card.rows.includes("in-article")) return;
    const found = await statements.of(mention, day);
    if (!found || lastToken !== token) return;
    last = { token, found };
    deps.found();
  }

  return {
    ask: (stay) => void ask(stay),
    stated: (token) => (last?.token === token ? last.found : null),
    showStated: () => last?.found.show(),
  };
}
