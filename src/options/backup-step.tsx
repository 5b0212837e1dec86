import type { TextOf } from "../ui/text";
import type { Refusal } from "./backup";
import type { BackupActions } from "./use-backup";

/**
 * Says what an import would change, what an import or reset has changed, with a button to undo it, or why a file is
 * refused.
 */
export function BackupStepView({
  actions: { step, apply, undo, leave },
  text,
}: {
  actions: BackupActions;
  text: TextOf;
}) {
  switch (step.at) {
    case "rest":
      return null;
    case "refused":
      return <p class="op-refused">{refusalText(step.refusal, text)}</p>;
    case "preview":
      return (
        <div class="op-preview">
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
        <div class="op-preview op-done">
          <p>{text(step.replaced.done === "imported" ? "options_imported" : "options_resetDone")}</p>
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
