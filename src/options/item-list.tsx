import { matchBeside, useFocusHeir } from "../ui/focus-heir";
import { LINES, LineIcon } from "../ui/icons";
import type { TextOf } from "../ui/text";

/** A list of the reader's, with a button for each item that removes it. */
export function ItemList({
  items,
  remove,
  text,
  label,
}: {
  items: readonly string[];
  remove: (item: string) => void;
  text: TextOf;
  /** What the list is of, for screen readers. */
  label: string;
}) {
  if (items.length === 0) return null;
  return (
    <ul class="op-items" aria-label={label}>
      {items.map((item) => (
        <Item key={item} item={item} remove={() => remove(item)} text={text} />
      ))}
    </ul>
  );
}

function Item({ item, remove, text }: { item: string; remove: () => void; text: TextOf }) {
  const ref = useFocusHeir(neighbourOf);
  return (
    <li ref={ref} tabIndex={-1}>
      <span>{item}</span>
      <button type="button" aria-label={text("options_removeItem", { item })} onClick={remove}>
        <LineIcon lines={LINES.cross} />
      </button>
    </li>
  );
}

/** Where the focus goes when its item does: not to a button, which a second press of the key would press, too. */
function neighbourOf(item: HTMLElement): HTMLElement | null | undefined {
  return matchBeside(item, "li") ?? item.closest("fieldset")?.querySelector("input");
}
