import type { Told } from "../domain/market/closes";
import type { Wording } from "./figures";
import { whyLines } from "./why-text";

/** What each source said, shown on a click; absent if one source answered and nothing was doubted. */
export function Why({ told, wording }: { told: readonly Told[]; wording: Wording }) {
  const lines = whyLines(told, wording);
  if (lines.length === 0) return null;
  return (
    <details class="pp-why">
      <summary>{wording.text("why_title")}</summary>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
