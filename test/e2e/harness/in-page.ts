// What runs inside the page: each stands alone.

/** Whether the open card has an element that a selector matches. */
export function isInCard(selector: string): boolean {
  return document.querySelector("html > div[popover=manual]")?.shadowRoot?.querySelector(selector) != null;
}

/** Whether a card is open, and has no such element. */
export function isNotInCard(selector: string): boolean {
  return document.querySelector("html > div[popover=manual]")?.shadowRoot?.querySelector(selector) === null;
}

/** Resolves when so many frames have been drawn. */
export function frames(count: number): Promise<void> {
  return new Promise((resolve) => {
    const step = (left: number) => (left === 0 ? resolve() : requestAnimationFrame(() => step(left - 1)));
    step(count);
  });
}
