import { useFocusHeir } from "../ui/focus-heir";
import type { TextOf } from "../ui/text";
import { focusHome } from "./focus-home";

/** Asks for the reader's consent, without which no figures are shown, as the welcome page does. */
export function ConsentPanel({ text, agree, learn }: { text: TextOf; agree: () => void; learn: () => void }) {
  const ref = useFocusHeir(focusHome);
  return (
    <section ref={ref} class="pp-consent" aria-label={text("popup_agree")}>
      <p>{text("popup_consent")}</p>
      <div class="pp-choices">
        <button type="button" class="pg-button" data-kind="main" onClick={agree}>
          {text("popup_agree")}
        </button>
        <button type="button" class="pg-button" data-kind="plain" onClick={learn}>
          {text("popup_learn")}
        </button>
      </div>
    </section>
  );
}
