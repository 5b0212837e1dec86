import * as z from "zod/mini";
import { CARD_FORMS, type Settings } from "../domain/settings";
import { nothing } from "./payload-fields";
import { ANYONE, request } from "./request";

/** What the card may change beside the watchlist's star: decision 0026. */
export type CardChoice =
  /** Whether what stands behind the answer is shown at once. */
  | { readonly choice: "more"; readonly open: boolean }
  | { readonly choice: "form"; readonly form: Settings["card"]["form"] }
  /** The word is not marked any more, on this site or anywhere. */
  | { readonly choice: "never"; readonly word: string; readonly everywhere: boolean }
  | { readonly choice: "site-off" };

/** Longest word of the lists that the reader keeps. */
const LONGEST_WORD = 80;

/** What is asked about the one card of a tab, and what the reader chooses in it. */
export const CARD_REQUESTS = {
  /**
   * Puts the card's script into the asking frame; asked on the first use in a page, and again when the card that nobody
   * used has left.
   */
  "inject-card": request<Record<string, never>, null>(ANYONE, nothing),
  /**
   * This frame's card has come, or gone: the tab's other frames are told, as a tab has one card. `frame` is the frame's
   * own word for itself.
   */
  "tell-card": request<{ frame: string; isOpen: boolean }, null>(["content"], () =>
    z.strictObject({ frame: z.string().check(z.maxLength(36)), isOpen: z.boolean() }),
  ),
  /** The reader pressed Esc, or elsewhere, in this frame while another has the tab's card: it goes. */
  "dismiss-card": request<Record<string, never>, null>(["content"], nothing),
  /**
   * What the reader chose in the card's menu; asked after the card's own check of a real, uncovered click. The site is
   * the asking page's own.
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
