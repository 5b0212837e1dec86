interface RelayedSelectionDeps {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly box: HTMLElement;
  /** Does `look` while hit tests find the box. */
  readonly whileHitTestable: <Found>(look: () => Found) => Found;
}

/** What the reader has selected in a box whose text the browser does not select. */
export interface RelayedSelection {
  /** Selects by dragging, and copies by the browser's own command, until `signal` aborts. */
  readonly begin: (signal: AbortSignal) => void;
  /** Call this when the box has been drawn anew. */
  readonly drawn: () => void;
}

/**
 * A selection of our own. The browser's would give the page the nodes in which it begins and ends.
 */
export function createRelayedSelection({ host, root, box, whileHitTestable }: RelayedSelectionDeps): RelayedSelection {
  const shade = document.createElement("div");
  shade.className = "shade";
  shade.inert = true;
  let start: CaretPosition | null = null;
  let selected: Range | null = null;

  /** The place in the text that is nearest to a point, which may be outside the box. */
  function caretAt({ clientX, clientY }: MouseEvent): CaretPosition | null {
    const { left, right, top, bottom } = box.getBoundingClientRect();
    const x = Math.min(Math.max(clientX, left + 1), right - 1);
    const y = Math.min(Math.max(clientY, top + 1), bottom - 1);
    const caret = whileHitTestable(() => document.caretPositionFromPoint(x, y, { shadowRoots: [root] }));
    return caret && box.contains(caret.offsetNode) ? caret : null;
  }

  function select(range: Range | null): void {
    selected = range;
    shade.replaceChildren(
      ...(range ? textRangesIn(range) : []).flatMap((part) => [...part.getClientRects()].map(shadeOver)),
    );
    if (range && !shade.isConnected) root.append(shade);
  }

  const extend = (event: PointerEvent) => {
    const end = start && caretAt(event);
    if (start && end) select(rangeBetween(start, end));
  };

  return {
    begin(signal) {
      const listen = (type: "pointerdown" | "pointermove" | "lostpointercapture", act: (event: PointerEvent) => void) =>
        host.addEventListener(type, (event) => event.isTrusted && event.pointerType !== "touch" && act(event), {
          signal,
        });
      listen("pointerdown", (event) => {
        select(null);
        if (event.button !== 0) return;
        start = caretAt(event);
        // So that the drag goes on outside the card, and selects nothing of the page.
        host.setPointerCapture(event.pointerId);
      });
      listen("pointermove", extend);
      listen("lostpointercapture", () => {
        start = null;
      });
      // At the host alone: once the reader has selected something in the page, its copy event goes there.
      host.addEventListener("copy", (event) => selected && copy(event, selected), { signal });
      signal.addEventListener("abort", () => select(null));
    },
    drawn: () => select(selected && box.contains(selected.commonAncestorContainer) ? selected : null),
  };
}

function rangeBetween(one: CaretPosition, other: CaretPosition): Range {
  const range = new Range();
  range.setStart(one.offsetNode, one.offset);
  range.collapse(true);
  // Whichever of them comes first in the text is the start.
  if (range.comparePoint(other.offsetNode, other.offset) < 0) range.setStart(other.offsetNode, other.offset);
  else range.setEnd(other.offsetNode, other.offset);
  return range;
}

function shadeOver({ left, top, width, height }: DOMRect): HTMLElement {
  const part = document.createElement("div");
  Object.assign(part.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px` });
  return part;
}

/** Copies the text of a range, and keeps it from the page's listeners that come later. */
function copy(event: ClipboardEvent, range: Range): void {
  const text = textOf(range);
  if (!event.isTrusted || text === "") return;
  event.clipboardData?.setData("text/plain", text);
  event.preventDefault();
  event.stopImmediatePropagation();
}

/** The text in a range as it is seen, paragraphs and cells apart. */
function textOf(range: Range): string {
  let block: Element | null = null;
  const parts = textRangesIn(range).map((part) => {
    const next = part.startContainer.parentElement?.closest("p,td,th,button,.close-line>*") ?? null;
    const gap = block && next !== block ? "\n" : "";
    block = next;
    return gap + String(part);
  });
  return parts.join("");
}

/** One range for each text node in a range, without the text that is only for screen readers. */
function textRangesIn(range: Range): readonly Range[] {
  const within = range.commonAncestorContainer;
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  const texts: Range[] = [];
  for (let node: Node | null = within instanceof Text ? within : walker.nextNode(); node; node = walker.nextNode()) {
    if (!range.intersectsNode(node) || node.parentElement?.closest(".sq-words")) continue;
    const part = new Range();
    part.selectNodeContents(node);
    if (node === range.startContainer) part.setStart(node, range.startOffset);
    if (node === range.endContainer) part.setEnd(node, range.endOffset);
    texts.push(part);
  }
  return texts;
}
