import { useState } from "preact/hooks";
import { BOLDNESS } from "../domain/settings";
import { isTicker } from "../domain/ticker";
import { Choices } from "../ui/form";
import { AddForm } from "./add-form";
import { ItemList } from "./item-list";
import type { SectionProps } from "./use-options";

const LABELS = { explicit: "options_explicit", normal: "options_normal", bold: "options_bold" } as const;
const NOTES = { explicit: "options_explicitNote", normal: "options_normalNote", bold: "options_boldNote" } as const;

/** How bold detection is, and what is never or always a company for this reader. */
export function DetectionSection({
  deps: { text },
  options: { change },
  settings: { detection, sites },
}: SectionProps) {
  return (
    <>
      <Choices
        title={text("options_boldness")}
        choices={BOLDNESS.map((value) => ({ value, label: text(LABELS[value]), note: text(NOTES[value]) }))}
        value={detection.boldness}
        choose={(boldness) => change({ detection: { boldness } })}
      />
      <NeverList text={text} items={detection.never} set={(never) => change({ detection: { never } })} />
      <NeverHereList text={text} items={sites.never} set={(never) => change({ sites: { never } })} />
      <AlwaysList text={text} items={detection.always} set={(always) => change({ detection: { always } })} />
    </>
  );
}

type Text = SectionProps["deps"]["text"];

function NeverList({ text, items, set }: { text: Text; items: readonly string[]; set: (items: string[]) => void }) {
  const [word, setWord] = useState("");
  const add = () => {
    const added = word.trim().replace(/\s+/g, " ");
    const isNew = !items.some((item) => item.toLowerCase() === added.toLowerCase());
    if (added !== "" && isNew) set([...items, added]);
    setWord("");
  };
  return (
    <fieldset class="fm-group">
      <legend>{text("options_never")}</legend>
      <p class="fm-note">{text("options_neverNote")}</p>
      <ItemList
        items={items}
        remove={(item) => set(items.filter((other) => other !== item))}
        text={text}
        label={text("options_never")}
      />
      <AddForm add={add} text={text}>
        <input
          class="pg-field"
          aria-label={text("options_word")}
          placeholder={text("options_word")}
          value={word}
          maxLength={80}
          onInput={(event) => setWord(event.currentTarget.value)}
        />
      </AddForm>
    </fieldset>
  );
}

type NeverHereEntries = SectionProps["settings"]["sites"]["never"];

/** The words that the reader, in the card's menu, chose not to have marked on one site. */
function NeverHereList({
  text,
  items,
  set,
}: {
  text: Text;
  items: NeverHereEntries;
  set: (items: NeverHereEntries) => void;
}) {
  if (items.length === 0) return null;
  const labelOf = ({ surface, site }: NeverHereEntries[number]) => `${surface} · ${site}`;
  return (
    <fieldset class="fm-group">
      <legend>{text("options_neverHere")}</legend>
      <ItemList
        items={items.map(labelOf)}
        remove={(label) => set(items.filter((item) => labelOf(item) !== label))}
        text={text}
        label={text("options_neverHere")}
      />
    </fieldset>
  );
}

type AlwaysEntries = SectionProps["settings"]["detection"]["always"];

function AlwaysList({
  text,
  items,
  set,
}: {
  text: Text;
  items: AlwaysEntries;
  set: (items: AlwaysEntries[number][]) => void;
}) {
  const [surface, setSurface] = useState("");
  const [ticker, setTicker] = useState("");
  const [refused, setRefused] = useState("");
  const add = () => {
    const wanted = ticker.trim().toUpperCase();
    if (surface.trim() === "") return;
    if (!isTicker(wanted)) return setRefused(ticker);
    setRefused("");
    set([...items.filter((item) => item.surface !== surface.trim()), { surface: surface.trim(), ticker: wanted }]);
    setSurface("");
    setTicker("");
  };
  const labelOf = ({ surface: of, ticker: to }: AlwaysEntries[number]) => `${of} → ${to}`;
  return (
    <fieldset class="fm-group">
      <legend>{text("options_always")}</legend>
      <p class="fm-note">{text("options_alwaysNote")}</p>
      <ItemList
        items={items.map(labelOf)}
        remove={(label) => set(items.filter((item) => labelOf(item) !== label))}
        text={text}
        label={text("options_always")}
      />
      <AddForm add={add} text={text}>
        <input
          class="pg-field"
          aria-label={text("options_word")}
          placeholder={text("options_word")}
          value={surface}
          maxLength={80}
          onInput={(event) => setSurface(event.currentTarget.value)}
        />
        <input
          class="pg-field op-short"
          aria-label={text("options_ticker")}
          placeholder={text("options_ticker")}
          value={ticker}
          maxLength={15}
          onInput={(event) => setTicker(event.currentTarget.value)}
        />
      </AddForm>
      <p class="op-refused" role="status">
        {refused && text("options_notATicker", { text: refused })}
      </p>
    </fieldset>
  );
}
