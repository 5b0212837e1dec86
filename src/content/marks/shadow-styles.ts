import style from "./marks.css?inline";

declare const __TARGET__: "chromium" | "firefox" | undefined;

/**
 * Makes marks visible inside a page's open shadow roots, each to be given once; taken back when `signal` aborts.
 * Chromium lets a document's highlight styles reach into them; Firefox looks in the root's own sheets.
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
