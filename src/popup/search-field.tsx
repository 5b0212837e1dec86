import { useEffect, useRef } from "preact/hooks";
import { LINES, LineIcon } from "../ui/icons";
import type { TextOf } from "../ui/text";

/** The search field. It has the focus from the start, unless that would raise an on-screen keyboard over the list. */
export function SearchField({ text, query, search }: { text: TextOf; query: string; search: (query: string) => void }) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (!matchMedia("(pointer: coarse)").matches) field.current?.focus();
  }, []);
  return (
    <label class="pp-search">
      <LineIcon lines={LINES.search} />
      <span class="sq-words">{text("popup_search")}</span>
      <input
        ref={field}
        type="search"
        value={query}
        placeholder={text("popup_search")}
        maxLength={64}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => search(event.currentTarget.value)}
      />
    </label>
  );
}
