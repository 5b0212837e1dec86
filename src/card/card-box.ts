import type { Place, Size } from "./placement";

/** How the box looks; without a scheme it follows the system. */
export interface CardLook {
  readonly scheme: "light" | "dark" | undefined;
  readonly palette: string;
  /** Whether it is a sheet at the bottom of a touch screen, and not a card beside the mention. */
  readonly isSheet: boolean;
}

/** The visible box inside the host: its look, its size and place. */
export interface CardBox {
  readonly element: HTMLElement;
  /** Call this when a card is about to be shown: the box has no place yet. */
  readonly begin: () => void;
  readonly dress: (look: CardLook) => void;
  /** The size without a limit on its height. */
  readonly naturalSize: () => Size;
  readonly moveTo: (place: Place) => void;
}

/** `moved` is called when the box has moved. */
export function createCardBox(host: HTMLElement, moved: () => void): CardBox {
  const element = document.createElement("div");
  element.className = "sq card";
  const { dataset, style } = element;
  let placed = "";
  return {
    element,
    begin() {
      placed = "";
      dataset.placed = "no";
    },
    dress({ scheme, palette, isSheet }) {
      if (scheme) dataset.scheme = scheme;
      else delete dataset.scheme;
      dataset.palette = palette;
      if (isSheet) dataset.sheet = "";
      else delete dataset.sheet;
    },
    naturalSize() {
      // A page's zoom also scales the top layer, while rectangles, and so our places, are those of the viewport.
      style.zoom = String(1 / host.currentCSSZoom);
      delete dataset.tight;
      style.maxBlockSize = "";
      return { width: element.offsetWidth, height: element.offsetHeight };
    },
    moveTo({ x, y, maxHeight }) {
      if (element.offsetHeight > maxHeight) {
        dataset.tight = "";
        style.maxBlockSize = `${Math.floor(maxHeight)}px`;
      }
      const place = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
      if (place !== placed) {
        style.transform = place;
        placed = place;
        moved();
      }
      dataset.placed = "yes";
    },
  };
}
