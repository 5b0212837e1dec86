import { useState } from "preact/hooks";
import { createFormat } from "../domain/format";
import type { Settings } from "../domain/settings";
import { whyLines } from "../ui/why-text";
import type { OptionsDeps } from "./options-deps";

/** What each source said of the companies looked up last, where something was doubted; read when it is unfolded. */
export function SourceAnswers({
  deps: { ask, text, language },
  look,
}: {
  readonly deps: Pick<OptionsDeps, "ask" | "text" | "language">;
  readonly look: Settings["look"];
}) {
  const [lines, setLines] = useState<readonly string[] | null>(null);
  const wording = { text, format: createFormat(look.numbers || language) };
  const read = async () => {
    const reply = await ask("told-lately", {});
    if (reply.ok) setLines(whyLines(reply.value, wording));
  };
  return (
    <details class="op-details" onToggle={(event) => event.currentTarget.open && void read()}>
      <summary>{text("why_title")}</summary>
      <p class="fm-note">{text("options_toldNote")}</p>
      {lines?.length === 0 && <p role="status">{text("options_toldNothing")}</p>}
      <ul class="op-plain">
        {lines?.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </details>
  );
}
