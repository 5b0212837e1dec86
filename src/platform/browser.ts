import browser from "webextension-polyfill";

/**
 * The extension API as Firefox has it; in Chromium the polyfill makes it so. This is its only import. In `content.js`,
 * the build puts the browser's own object in its place (decision 0030).
 */
export { browser };
