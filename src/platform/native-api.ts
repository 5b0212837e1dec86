/** The promise-based API that Chromium 128+ and Firefox 153+ both have; stands in for the polyfill in the always-injected script (docs/decisions). */
const native: unknown = Reflect.get(globalThis, "browser") ?? Reflect.get(globalThis, "chrome");
export default native;
