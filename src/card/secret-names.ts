/** Drawn anew for each page, so that no page can know it. */
const PREFIX = `--${String(Math.random()).slice(2)}-`;

/**
 * Gives the custom properties of a style sheet names that the page does not know. With `@property` a
 * page registers a property for the whole document, shadow roots included: if it knew the names, it could take the
 * colours from the card, and let the reader click what is not seen.
 */
export function withSecretNames(css: string): string {
  return css.replaceAll(/--(?=[a-z])/g, PREFIX);
}
