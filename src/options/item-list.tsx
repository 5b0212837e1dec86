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
        <li key={item}>
          <span>{item}</span>
          <button type="button" aria-label={text("options_removeItem", { item })} onClick={() => remove(item)}>
            <LineIcon lines={LINES.cross} />
          </button>
        </li>
      ))}
    </ul>
  );
}
