import browser from "webextension-polyfill";

/**
 * The extension API of both browsers, with promises. The only import
 * of the polyfill, which makes older Chromium speak as Firefox does.
 */
export { browser };
