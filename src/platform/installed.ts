import { browser } from "./browser";

/** Calls back after the extension was installed or updated, each time the browser says so. */
export function onInstalled(listener: (reason: "install" | "update" | "browser-update") => void): void {
  browser.runtime.onInstalled.addListener(({ reason }) => {
    listener(reason === "install" || reason === "update" ? reason : "browser-update");
  });
}

/** Calls back when the browser starts with the extension already installed. */
export function onBrowserStart(listener: () => void): void {
  browser.runtime.onStartup.addListener(listener);
}

/** The version that runs. */
export function ownVersion(): string {
  return browser.runtime.getManifest().version;
}
