import type { CardContent } from "../domain/card-content";
import type { Failure } from "../domain/failure";
import type { Ticker } from "../domain/ticker";
import type { Ask } from "../platform/ask";
import type { CardEvents } from "../protocol/card-api";
import type { CardActions, MenuChoice } from "../ui/card/card-props";
import type { TextOf } from "../ui/text";
import type { ClickGuard, ClickRefusal } from "./click-guard";
import { copyText } from "./clipboard";
import { isFromReader } from "./input/reader-event";
import type { Subject } from "./subject";

/** What the card says when a click was refused. */
const REFUSED = {
  forged: "card_refused",
  altered: "card_refused",
  early: "card_refusedEarly",
  framed: "card_refusedFrame",
} as const satisfies Record<ClickRefusal, string>;

interface ActionsDeps {
  readonly ask: Ask;
  readonly text: TextOf;
  /** Whether the page is one of ours, where consent can be given. */
  readonly isOwnPage: boolean;
  /** The page's site; null where there is none to be switched off. */
  readonly site: string | null;
  readonly subject: Subject;
  readonly guard: ClickGuard;
  readonly draw: () => void;
}

/** A private window or a full list is named as the cause; any other failure is told as `otherwise`. */
function noticeOf<K extends string>({ kind }: Failure, otherwise: K): K | "failure_privateWindow" | "failure_listFull" {
  if (kind === "list-full") return "failure_listFull";
  return kind === "private-window" ? "failure_privateWindow" : otherwise;
}

/** What the card's buttons do. A click that changes something lasting is checked by the click guard first. */
export function createCardActions(deps: ActionsDeps) {
  const { ask, text, isOwnPage, site, subject, guard, draw } = deps;
  let notice: string | null = null;
  let switchedOff = false;

  /** Does `act` if the click counts. It resolves with a sentence about what went wrong, or null. */
  async function guarded(event: MouseEvent, act: () => Promise<string | null>): Promise<void> {
    const refusal = guard.refusal(event);
    notice = refusal ? text(REFUSED[refusal]) : await act();
    draw();
  }

  async function copy(copied: string): Promise<void> {
    notice = text((await copyText(copied)) ? "card_copied" : "card_notCopied");
    draw();
  }

  async function choose(choice: MenuChoice, { surface, settings }: CardContent): Promise<string | null> {
    // The page's content script takes the card away before the reply is here.
    switchedOff = choice === "site-off";
    const reply = await subject.choices.make(choice, surface, settings.card);
    if (!reply.ok) {
      switchedOff = false;
      return text(noticeOf(reply.failure, "card_notChanged"));
    }
    return switchedOff ? text("card_siteIsOff", { site: site ?? "" }) : null;
  }

  return {
    /** Whether the reader has switched the site off in this card, which still has to say how to switch it on again. */
    switchedOff: () => switchedOff,
    /** A sentence about the reader's last action, or null. */
    notice: () => notice,
    forgetNotice(): void {
      notice = null;
    },
    on(content: CardContent, events: CardEvents): CardActions {
      const { ticker } = content;
      const trusted = (act: () => void) => (event: MouseEvent) => isFromReader(event) && act();
      return {
        star: (event) => void guarded(event, () => star(ticker, deps)),
        choose: (choice, event) => void guarded(event, () => choose(choice, content)),
        more: (open, event) => {
          if (!isFromReader(event)) return;
          void subject.choices.more(open, guard.refusal(event) === null);
          draw();
        },
        turnTo: (other, event) => isFromReader(event) && subject.turnTo(other),
        copy: (copied, event) => isFromReader(event) && void copy(copied),
        showStated: trusted(events.showStated),
        agree: trusted(() =>
          isOwnPage ? void ask("give-consent", {}).then(events.retry) : void ask("open-page", { page: "welcome" }),
        ),
        openOptions: trusted(() => void ask("open-page", { page: "options" })),
        retry: trusted(() => (subject.isOnOtherListing() ? subject.turnTo(ticker) : events.retry())),
        close: trusted(events.closed),
      };
    },
  };
}

/** Puts a ticker on the watchlist or takes it off. Resolves with a sentence about what went wrong, or null. */
async function star(ticker: Ticker, { ask, text, subject }: ActionsDeps): Promise<string | null> {
  const starred = !(subject.descriptions.of(ticker)?.starred ?? false);
  const reply = await ask("star", { ticker, starred });
  if (!reply.ok) return text(noticeOf(reply.failure, "card_notStarred"));
  subject.descriptions.star(ticker, starred);
  return null;
}
