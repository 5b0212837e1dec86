import { useEffect, useState } from "preact/hooks";
import type { WordedStatement } from "../domain/statements/article-statement";
import type { Ticker } from "../domain/ticker";
import type { PopupDeps } from "./popup-deps";
import type { PopupState } from "./use-popup-state";
import type { Rows } from "./use-rows";

/** What the page states of each of its companies. */
export type Statements = Readonly<Record<Ticker, WordedStatement>>;

const NONE: Statements = {};

/**
 * Gets what the page states of its companies, judged by the closes of their rows. It is asked for again when more of
 * them have come. Empty if the page has no date, or the reader does not want this.
 */
export function useStatements({ ask, articleText }: PopupDeps, popup: PopupState, figures: Rows): Statements {
  const { page, mentioned, isPrivate, consented, state } = popup;
  const [stated, setStated] = useState<Statements>(NONE);
  const tabId = page?.kind === "read" ? page.tabId : null;
  const isWanted = consented && (state?.settings.card.rows.includes("in-article") ?? false);
  const ready = mentioned.map(({ ticker }) => ticker).filter((ticker) => figures[ticker]?.ok);
  const key = isWanted ? ready.join(" ") : "";
  useEffect(() => {
    let current = true;
    const load = async () => {
      const article = tabId === null || key === "" ? null : await articleText(tabId);
      const reply = article && (await ask("article-statements", { tickers: key.split(" "), ...article, isPrivate }));
      if (!current) return;
      const found = reply?.ok ? reply.value : [];
      setStated(Object.fromEntries(found.map((statement) => [statement.ticker, statement])));
    };
    void load();
    return () => {
      current = false;
    };
  }, [ask, articleText, tabId, key, isPrivate]);
  return stated;
}
