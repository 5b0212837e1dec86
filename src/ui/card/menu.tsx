import { useRef, useState } from "preact/hooks";
import type { CardProps, MenuChoice } from "./card-props";
import { ICONS, Icon } from "./icon";
import { nameOf } from "./listing-name";
import { spokenSummary } from "./spoken-summary";

/** The menu of what else the reader can do about this word, this site and the card. */
export function Menu({ content, description, site, wording, now, actions }: CardProps) {
  const { text } = wording;
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { surface, settings } = content;
  const compact = settings.card.form === "compact";
  const item = (label: string, act: (event: MouseEvent) => void) => (
    <button
      type="button"
      class="menu-item"
      onClick={(event) => {
        act(event);
        setOpen(false);
        button.current?.focus();
      }}
    >
      {label}
    </button>
  );
  const choiceItem = (choice: MenuChoice, label: string) => item(label, (event) => actions.choose(choice, event));
  const summary = () => spokenSummary(content, nameOf(content, description), wording, now());
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
          {content.answer?.ok && item(text("card_copy"), (event) => actions.copy(summary(), event))}
          {surface && site && choiceItem("never-here", text("card_neverHere", { word: surface, site }))}
          {surface && choiceItem("never", text("card_never", { word: surface }))}
          {site && choiceItem("site-off", text("card_siteOff", { site }))}
          {choiceItem("form", text(compact ? "card_toFull" : "card_toCompact"))}
          <button type="button" class="menu-item" onClick={actions.openOptions}>
            {text("card_settings")}
          </button>
        </fieldset>
      )}
    </div>
  );
}
