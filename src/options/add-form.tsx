import type { ComponentChildren } from "preact";
import type { TextOf } from "../ui/text";

/** Fields, and a button that adds their content to a list; Enter does the same. */
export function AddForm({ add, text, children }: { add: () => void; text: TextOf; children: ComponentChildren }) {
  return (
    <form
      class="op-add"
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
    >
      {children}
      <button type="submit" class="pg-button">
        {text("options_add")}
      </button>
    </form>
  );
}
