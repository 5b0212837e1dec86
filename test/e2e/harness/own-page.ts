import { type Driver, patternOf, type Surface, type Tab } from "./extension";

/** What a reader does in a page of ours; `group` names the fieldset meant where several have such a field. */
interface Forms {
  /** The page's text once `expected` occurs in it. */
  readonly reads: (expected: string | RegExp) => Promise<string>;
  /** Presses the button with this text or label; the press counts as the reader's own. */
  readonly pressButton: (name: string, group?: string) => Promise<void>;
  /** Replaces what stands in the field with this label. */
  readonly fill: (label: string, text: string, group?: string) => Promise<void>;
  /** Sets the checkbox with this label. */
  readonly tick: (label: string, on: boolean) => Promise<void>;
  /** Chooses a file in the page's one file field. */
  readonly chooseFile: (name: string, text: string) => Promise<void>;
}

/** The toolbar's popup. */
export type Popup = Surface & Forms;

/** A page of ours in a tab. */
export type OwnPage = Tab & Forms;

/** Adds what a reader does in our pages to a document; `click` presses the real mouse where there is one. */
export function withForms<S extends Surface>(surface: S, click?: Driver["mouse"]["click"]): S & Forms {
  return {
    ...surface,
    reads: async (expected) => String(await surface.waitFor(textMatching, patternOf(expected))),
    pressButton: async (name, group) => {
      await surface.waitFor(hasButton, { name, group });
      const place = await surface.evaluate(pressButton, { name, group, isPressedHere: !click });
      await click?.(place.x, place.y);
    },
    fill: (label, text, group) => surface.evaluate(fillField, { label, text, group }),
    tick: (label, on) => surface.evaluate(tickBox, { label, on }),
    chooseFile: (name, text) => surface.evaluate(chooseFile, { name, text }),
  };
}

// The functions below run inside the page: each stands alone.

function textMatching(pattern: string): string | false {
  const text = document.body.innerText;
  return new RegExp(pattern).test(text) && text;
}

function hasButton({ name, group }: { name: string; group: string | undefined }): boolean {
  const groups = [...document.querySelectorAll("fieldset")].filter(
    (set) => set.querySelector("legend")?.innerText === group,
  );
  const scope = group === undefined ? document : groups[0];
  return [...(scope?.querySelectorAll<HTMLElement>("button, [role=tab]") ?? [])].some(
    (button) => button.innerText.trim().startsWith(name) || button.ariaLabel === name,
  );
}

/** Where the button is, scrolled into view; pressed here when no mouse does it. */
async function pressButton({
  name,
  group,
  isPressedHere,
}: {
  name: string;
  group: string | undefined;
  isPressedHere: boolean;
}): Promise<{ x: number; y: number }> {
  const groups = [...document.querySelectorAll("fieldset")].filter(
    (set) => set.querySelector("legend")?.innerText === group,
  );
  const scope = group === undefined ? document : groups[0];
  const button = [...(scope?.querySelectorAll<HTMLElement>("button, [role=tab]") ?? [])].find(
    (each) => each.innerText.trim().startsWith(name) || each.ariaLabel === name,
  );
  if (!button) throw new Error(`no button ${name}`);
  if (isPressedHere) {
    // The page may be gone with the click: nothing is awaited after it.
    button.click();
    return { x: 0, y: 0 };
  }
  const place = () => {
    button.scrollIntoView({ block: "center", behavior: "instant" });
    const { left, top, width, height } = button.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };
  // A notice that comes or goes moves what is below it: a hand would wait
  // until the button stands still. Behind another tab no frame comes.
  for (let before = Number.NaN; !document.hidden && place().y !== before; before = place().y) {
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
  }
  return place();
}

function fillField({ label, text, group }: { label: string; text: string; group: string | undefined }): void {
  const field = [...document.querySelectorAll<HTMLInputElement>("input")].find(
    (input) =>
      [input.ariaLabel, ...[...(input.labels ?? [])].map(({ innerText }) => innerText.trim())].includes(label) &&
      (group === undefined || input.closest("fieldset")?.querySelector("legend")?.innerText === group),
  );
  if (!field) throw new Error(`no field ${label}`);
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event("input", { bubbles: true }));
}

function tickBox({ label, on }: { label: string; on: boolean }): void {
  const box = [...document.querySelectorAll<HTMLInputElement>("input[type=checkbox]")].find((input) =>
    [...(input.labels ?? [])].some(({ innerText }) => innerText.trim() === label),
  );
  if (!box) throw new Error(`no checkbox ${label}`);
  if (box.checked !== on) box.click();
}

function chooseFile({ name, text }: { name: string; text: string }): void {
  const field = document.querySelector<HTMLInputElement>("input[type=file]");
  if (!field) throw new Error("no field for a file");
  const chosen = new DataTransfer();
  chosen.items.add(new File([text], name, { type: "application/json" }));
  field.files = chosen.files;
  field.dispatchEvent(new Event("change", { bubbles: true }));
}
