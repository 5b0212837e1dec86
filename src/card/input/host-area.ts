import type { InputParts } from "./box-input";

/** The part of the viewport in which the host, which draws nothing, takes the pointer. */
export interface HostArea {
  /** Lays the area over the box. */
  readonly cover: () => void;
  /** Shows a pointer shape, as CSS names it, while the pointer is in the area. */
  readonly setCursor: (cursor: string) => void;
}

/** Reaches over the gap to the mention, so that the pointer gets to the card without leaving; see host.css. */
const GAP_PX = 7;

/** An `!important` rule of the root's style sheet gives the host its area: only such a rule beats a page's. */
export function createHostArea({ host, box, sheet }: Omit<InputParts, "root">): HostArea {
  const index = sheet.insertRule(":host {}", sheet.cssRules.length);
  const { style } = sheet.cssRules[index] as CSSStyleRule;
  const set = (name: string, value: string) => style.setProperty(name, value, "important");
  return {
    cover() {
      const { left, top, width } = box.getBoundingClientRect();
      // An open menu may reach out of the box at its lower edge.
      const height = Math.max(box.offsetHeight, box.scrollHeight);
      const gap = "sheet" in box.dataset ? 0 : GAP_PX;
      // A page's zoom also scales the host.
      const px = (length: number) => `${length / host.currentCSSZoom}px`;
      set("inset", `${px(top - gap)} auto auto ${px(left - gap)}`);
      set("inline-size", px(width + 2 * gap));
      set("block-size", px(height + 2 * gap));
      // With `none`, relayed-pointer.ts scrolls a card that is too high for its window; otherwise the page scrolls.
      set("touch-action", "tight" in box.dataset ? "none" : "auto");
    },
    setCursor: (cursor) => set("cursor", cursor),
  };
}
