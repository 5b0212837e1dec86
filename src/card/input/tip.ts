/** A note beside the pointer with an element's title. */
export interface Tip {
  /** The pointer is on these elements now, the innermost first. */
  readonly follow: (path: readonly Element[], event: PointerEvent) => void;
  readonly hide: () => void;
}

/** How long the pointer rests before a title is shown, as browsers do it. */
const REST_MS = 500;
/** How far below the pointer the note is. */
const BELOW_PX = 20;

/** A browser shows no titles of inert elements, so they are shown here. The note itself is inert, too. */
export function createTip(root: ShadowRoot): Tip {
  const note = document.createElement("div");
  note.className = "tip";
  note.inert = true;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let titled: Element | null = null;

  function show(title: string, x: number, y: number): void {
    note.textContent = title;
    root.append(note);
    const { width, height } = note.getBoundingClientRect();
    const left = Math.max(0, Math.min(x, innerWidth - width));
    const top = y + BELOW_PX + height > innerHeight ? y - BELOW_PX - height : y + BELOW_PX;
    note.style.translate = `${left}px ${top}px`;
  }

  function hide(): void {
    clearTimeout(timer);
    titled = null;
    note.remove();
  }

  return {
    follow(path, { clientX, clientY }) {
      const next = path.find((element) => element.hasAttribute("title")) ?? null;
      if (next === titled && note.isConnected) return;
      hide();
      titled = next;
      const title = next?.getAttribute("title");
      if (title) timer = setTimeout(() => show(title, clientX, clientY), REST_MS);
    },
    hide,
  };
}
