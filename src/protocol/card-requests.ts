import * as z from "zod/mini";
import { CARD_FORMS, type Settings } from "../domain/settings";
import { nothing } from "./payload-fields";
import { ANYONE, request } from "./request";
import { LONGEST_WORD } from "./settings-schema";

/** What the card may change besides the watchlist's star: decision 0026. */
export type CardChoice =
  /** Whether the details behind the answer are shown from the start. */
  | { readonly choice: "more"; readonly open: boolean }
  | { readonly choice: "form"; readonly form: Settings["card"]["form"] }
  /** The word is no longer marked, on this site or anywhere. */
  | { readonly choice: "never"; readonly word: string; readonly everywhere: boolean }
  | { readonly choice: "site-off" };

/** Requests about the one card of a tab, and to save what the reader chooses in it. */
export const CARD_REQUESTS = {
  /**
   * Runs the script that opens cards in the asking frame. Sent when the page has its first mention, and when a
   * command or a look-up comes before that.
   */
  "inject-mention-cards": request<Record<string, never>, null>(ANYONE, nothing),
  /**
   * Runs the card's script in the asking frame. Sent on the first use in a page, and again if the card has left because
   * nobody used it.
   */
  "inject-card": request<Record<string, never>, null>(ANYONE, nothing),
  /**
   * This frame's card has opened or closed. The tab's other frames are told, because a tab has one card. `frame` is a
   * name that the frame made up for itself.
   */
  "tell-card": request<{ frame: string; isOpen: boolean }, null>(["content"], () =>
    z.strictObject({ frame: z.string().check(z.maxLength(36)), isOpen: z.boolean() }),
  ),
  /** The reader has pressed Esc or outside the card, in this frame, while the card is in another one: it closes. */
  "dismiss-card": request<Record<string, never>, null>(["content"], nothing),
  /**
   * The reader's choice in the card's menu. Sent after the card has checked that the click was real and uncovered. The
   * site is that of the asking page.
   */
  "card-choice": request<CardChoice, null>(ANYONE, () =>
    z.discriminatedUnion("choice", [
      z.strictObject({ choice: z.literal("more"), open: z.boolean() }),
      z.strictObject({ choice: z.literal("form"), form: z.enum(CARD_FORMS) }),
      z.strictObject({
        choice: z.literal("never"),
        word: z.string().check(z.minLength(1), z.maxLength(LONGEST_WORD)),
        everywhere: z.boolean(),
      }),
      z.strictObject({ choice: z.literal("site-off") }),
    ]),
  ),
} as const;
