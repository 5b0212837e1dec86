import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openBrowser } from "./browser";
import type { Setting } from "./setting";

const FILES = {
  "manifest.json": JSON.stringify({
    manifest_version: 3,
    name: "Empty",
    version: "1",
    background: { service_worker: "background.js" },
    content_scripts: [{ matches: ["https://*/*"], js: ["content.js"] }],
  }),
  "background.js":
    "chrome.runtime.onMessage.addListener((_, __, answer) => { answer({ ok: true, value: null }); return true; });",
  "content.js": "",
};

/** A browser with an extension that only answers: the floor of what a sleeping background of any extension takes. */
export async function openEmptyExtension({ executablePath, site }: Pick<Setting, "executablePath" | "site">) {
  const extensionDir = await mkdtemp(join(tmpdir(), "empty-extension-"));
  await Promise.all(Object.entries(FILES).map(([name, text]) => writeFile(join(extensionDir, name), text)));
  const bench = await openBrowser({ executablePath, extensionDir, port: site.port, welcomes: false });
  return {
    ...bench,
    close: async () => {
      await bench.close();
      await rm(extensionDir, { recursive: true, force: true });
    },
  };
}
