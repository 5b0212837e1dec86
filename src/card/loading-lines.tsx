import type { Wording } from "../ui/figures";

/** The place of the answer while it is awaited: the same lines, so that nothing jumps when it comes. */
export function LoadingLines({ wording: { text }, compact }: { wording: Wording; compact: boolean }) {
  return (
    <div class="answer loading">
      <p class="close-line">
        <span class="close ghost" />
        <span class="change ghost" />
      </p>
      <p class="verdict-line loading-text">{text("card_loading")}</p>
      {!compact && <p class="day-to-come" />}
    </div>
  );
}
