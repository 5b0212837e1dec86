import browser from "webextension-polyfill";

/** Calls back after the extension was installed or updated, each time the browser says so. */
export function onInstalled(listener: (reason: "install" | "update" | "browser-update") => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    listener(reason === "install" || reason === "update" ? reason : "browser-update");
  });
}

/** The version that runs. */
export function ownVersion(): string {
  return browser.runtime.getManifest().version;
}
