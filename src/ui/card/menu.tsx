import { useRef, useState } from "preact/hooks";
import type { CardProps, MenuChoice } from "./card-props";
import { ICONS, Icon } from "./icon";

/** The menu of what else the reader can do about this word, this site and the card. */
export function Menu({ content, site, wording: { text }, actions }: CardProps) {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { surface, settings } = content;
  const compact = settings.card.form === "compact";
  const item = (choice: MenuChoice, label: string) => (
    <button
      type="button"
      class="menu-item"
      onClick={(event) => {
        actions.choose(choice, event);
        setOpen(false);
        button.current?.focus();
      }}
    >
      {label}
    </button>
  );
  return (
    <div class="menu-place">
      <button
        ref={button}
        type="button"
        class="action"
        aria-expanded={open}
        aria-label={text("card_menu")}
        title={text("card_menu")}
        onClick={() => setOpen(!open)}
      >
        <Icon path={ICONS.dots} />
      </button>
      {open && (
        <fieldset class="menu" aria-label={text("card_menu")}>
          {surface && site && item("never-here", text("card_neverHere", { word: surface, site }))}
          {surface && item("never", text("card_never", { word: surface }))}
          {site && item("site-off", text("card_siteOff", { site }))}
          {item("form", text(compact ? "card_toFull" : "card_toCompact"))}
          <button type="button" class="menu-item" onClick={actions.openOptions}>
            {text("card_settings")}
          </button>
        </fieldset>
      )}
    </div>
  );
}
