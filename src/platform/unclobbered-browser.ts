// Where a browser gives pages' scripts no `browser`, the page's element or frame of that name would be found there, and
// the polyfill would take it for the browser's.
if (!Object.hasOwn(globalThis, "browser")) {
  Object.defineProperty(globalThis, "browser", { value: undefined, configurable: true, writable: true });
}
