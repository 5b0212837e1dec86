import browser from "webextension-polyfill";

/**
 * The extension API of both browsers, with promises. This is the only import of the polyfill, which gives older
 * Chromium versions the API as Firefox has it.
 */
export { browser };
