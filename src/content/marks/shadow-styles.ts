import style from "./marks.css?inline";

declare const __TARGET__: "chromium" | "firefox" | undefined;

/**
 * Makes a function that makes marks visible inside one of the page's open shadow roots; call it once for each root. In
 * Chromium the document's highlight styles apply there too, in Firefox only the root's own style sheets. Undone when
 * `signal` aborts.
 */
export function createShadowStyles(signal: AbortSignal): (root: ShadowRoot) => void {
  return typeof __TARGET__ !== "undefined" && __TARGET__ === "firefox" ? createOwnStyles(signal) : () => undefined;
}

function createOwnStyles(signal: AbortSignal): (root: ShadowRoot) => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  return (root) => {
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    signal.addEventListener("abort", () => {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((other) => other !== sheet);
    });
  };
}
