/**
 * Puts these parts in place of the browser's API, to be called before a module that imports it is loaded. It is one
 * object for all test files of a process, because modules keep the first that they find.
 */
export function standInForBrowser(parts: object): void {
  const browser: object = Reflect.get(globalThis, "browser") ?? {};
  Object.assign(browser, parts);
  Object.assign(globalThis, { browser, chrome: browser });
}
