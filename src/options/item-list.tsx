import { LINES, LineIcon } from "../ui/icons";
import type { TextOf } from "../ui/text";

/** Things the reader listed, each with a button to take it off. */
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
