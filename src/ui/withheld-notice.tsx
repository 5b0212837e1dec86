import { useState } from "preact/hooks";
import { sectionOf, useFocusHeir } from "./focus-heir";
import type { TextOf } from "./text";

interface Props {
  readonly text: TextOf;
  /** What the browser withholds; if nothing, no notice is shown. */
  readonly withheld: { readonly sources: boolean; readonly sites: boolean } | null;
  /** Opens the browser's prompt; resolves with the reader's answer. Called within the click. */
  readonly allow: () => Promise<boolean>;
  /** Where the focus goes when the notice does; by default to the section around it. */
  readonly heirOf?: (going: HTMLElement) => HTMLElement | null;
}

/** Says what the browser does not let us reach, and offers to change that. */
export function WithheldNotice({ text, withheld, allow, heirOf = sectionOf }: Props) {
  const [denied, setDenied] = useState(false);
  const ref = useFocusHeir(heirOf);
  if (!withheld?.sources && !withheld?.sites) return null;
  return (
    <section ref={ref} class="pg-withheld" aria-label={text("access_allow")}>
      {withheld.sources && <p>{text("access_sources")}</p>}
      {withheld.sites && <p>{text("access_sites")}</p>}
      <button
        type="button"
        class="pg-button"
        data-kind="main"
        onClick={() => void allow().then((granted) => setDenied(!granted))}
      >
        {text("access_allow")}
      </button>
      <p role="status">{denied && text("popup_denied")}</p>
    </section>
  );
}
