// Has to run before the polyfill.
import "./unclobbered-browser";
import browser from "webextension-polyfill";

/** The extension API as Firefox has it; in Chromium the polyfill makes it so. This is its only import. */
export { browser };
