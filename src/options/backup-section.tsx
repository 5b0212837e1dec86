import { useState } from "preact/hooks";
import { DEFAULT_SETTINGS } from "../domain/settings";
import { IdleButton } from "../ui/idle-button";
import { BackupStepView } from "./backup-step";
import { countChanges } from "./changed-settings";
import { useBackup } from "./use-backup";
import type { SectionProps } from "./use-options";

/** Export, import with a preview of what it would change, and reset. Import and reset can be undone. */
export function BackupSection(props: SectionProps) {
  const { text } = props.deps;
  const { settings } = props;
  const [withKeys, setWithKeys] = useState(false);
  const backup = useBackup(props);
  return (
    <>
      <div class="fm-group">
        <label class="fm-choice">
          <input type="checkbox" checked={withKeys} onChange={(event) => setWithKeys(event.currentTarget.checked)} />
          <span>{text("options_exportKeys")}</span>
        </label>
        <div class="op-buttons">
          <button type="button" class="pg-button" onClick={() => void backup.exportAll(withKeys)}>
            {text("options_export")}
          </button>
          <label class="pg-button op-file">
            {text("options_import")}
            <input
              type="file"
              accept=".json,application/json"
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? [];
                event.currentTarget.value = "";
                if (file) void backup.preview(file);
              }}
            />
          </label>
        </div>
      </div>
      <div class="op-import" role="status">
        <BackupStepView actions={backup} deps={props.deps} />
      </div>
      <div class="op-consent">
        <p>{text("options_resetNote")}</p>
        <IdleButton
          kind="danger"
          isIdle={countChanges(settings, DEFAULT_SETTINGS) === 0}
          press={() => void backup.reset()}
        >
          {text("options_reset")}
        </IdleButton>
      </div>
    </>
  );
}
