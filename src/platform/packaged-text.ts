import { browser } from "./browser";

/** A text file of the extension's own package; rejects when it is not there. */
export async function packagedText(file: string): Promise<string> {
  const reply = await fetch(browser.runtime.getURL(file));
  return reply.text();
}
