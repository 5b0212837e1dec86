import { createFormat } from "../domain/format";
import { failureText } from "../ui/failure-text";
import { sectionOf, useFocusHeir } from "../ui/focus-heir";
import type { TextOf } from "../ui/text";
import type { Refusal } from "./backup";
import { fieldNames } from "./field-names";
import type { OptionsDeps } from "./options-deps";
import type { BackupActions } from "./use-backup";

/**
 * Says what an import would change, what an import or reset has changed, with a button to undo it, why a file is
 * refused, or that nothing could be read or saved.
 */
export function BackupStepView({
  actions: { step, apply, undo, leave },
  deps: { text, language, now },
}: {
  actions: BackupActions;
  deps: Pick<OptionsDeps, "text" | "language" | "now">;
}) {
  const ref = useFocusHeir(sectionOf);
  switch (step.at) {
    case "rest":
      return null;
    case "refused":
      return <p class="op-refused">{refusalText(step.refusal, text)}</p>;
    case "failed": {
      const sentence = failureText(step.failure, { text, format: createFormat(language) }, now());
      return <p class="op-refused">{text("options_notSaved", { fields: sentence })}</p>;
    }
    case "preview":
      return (
        <div key="preview" ref={ref} class="op-preview">
          <p>
            {text("options_importPreview", {
              settings: step.changed,
              added: step.added.length,
              keys: Object.keys(step.backup.keys).length,
            })}
          </p>
          {step.added.length > 0 && <p class="fm-note">{step.added.join(", ")}</p>}
          <div class="op-buttons">
            <button
              type="button"
              class="pg-button"
              data-kind="main"
              onClick={() => void apply(step.backup, step.added)}
            >
              {text("options_importApply")}
            </button>
            <button type="button" class="pg-button" onClick={leave}>
              {text("options_cancel")}
            </button>
          </div>
        </div>
      );
    case "done":
      return (
        <div key="done" ref={ref} class="op-preview op-done">
          <div>
            <p>{text(step.replaced.done === "imported" ? "options_imported" : "options_resetDone")}</p>
            <p class="op-refused">
              {step.unsaved.length > 0 && text("options_notSaved", { fields: fieldNames(step.unsaved, text) })}
            </p>
          </div>
          <button type="button" class="pg-button" data-kind="plain" onClick={() => void undo(step.replaced)}>
            {text("popup_undo")}
          </button>
        </div>
      );
  }
}

function refusalText(refusal: Refusal, text: TextOf): string {
  switch (refusal.reason) {
    case "too-large":
      return text("options_refusedSize");
    case "not-json":
      return text("options_refusedJson");
    case "foreign":
      return text("options_refusedForeign");
    case "newer":
      return text("options_refusedNewer");
    case "field":
      return text("options_refusedField", { field: refusal.field });
  }
}
