import { useCallback, useState } from "preact/hooks";
import type { Shortcut } from "./options-deps";
import type { SectionProps } from "./use-options";
import { useReturn } from "./use-return";

/**
 * The keyboard commands with their present keys, and a button that opens the browser's page to change them. Firefox for
 * Android has neither.
 */
export function KeyboardSection({ deps: { text, shortcuts, openShortcuts } }: SectionProps) {
  const [list, setList] = useState<readonly Shortcut[]>([]);
  // The reader changes them on a page of the browser.
  useReturn(useCallback(() => void shortcuts().then(setList), [shortcuts]));
  return (
    <>
      <dl class="op-shortcuts">
        {list.map(({ title, shortcut }) => (
          <div key={title}>
            <dt>{title}</dt>
            <dd>{shortcut ? <kbd>{shortcut}</kbd> : text("options_shortcutUnset")}</dd>
          </div>
        ))}
      </dl>
      {list.length > 0 && (
        <div>
          <button type="button" class="pg-button" onClick={() => void openShortcuts()}>
            {text("options_changeShortcuts")}
          </button>
        </div>
      )}
    </>
  );
}

/** Version and licences. */
export function AboutSection({ deps: { text, version } }: SectionProps) {
  return (
    <>
      <p>{text("options_version", { version })}</p>
      <p>
        <a href="LICENSES.txt" target="_blank" rel="noreferrer">
          {text("options_licences")}
        </a>
      </p>
    </>
  );
}
