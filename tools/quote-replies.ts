import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { FetchText } from "../src/providers/fetch-text";

/**
 * Answers requests from files: `DIR/host/path.json` for `https://host/path?…`, whatever the query. If the query names
 * the ticker, so does the file: `quote-BABA.json` for `/quote?symbol=BABA`. A status other than 200 is before the
 * ending (`NOPE.404.json`). The file for an address that ends in dates may omit them.
 */
export function fetchTextFromFiles(folder: string): FetchText {
  return async ({ url }) => {
    const { host, pathname, searchParams } = new URL(url);
    const steps = [host, ...decodeURIComponent(pathname).split("/").filter(Boolean)];
    const symbol = searchParams.get("symbol");
    if (symbol !== null) steps.push(`${steps.pop()}-${symbol}`);
    while (steps.length > 1 && /^\d{4}-\d{2}-\d{2}$/.test(steps.at(-1) ?? "") && !fileFor(folder, steps)) steps.pop();
    const file = fileFor(folder, steps);
    if (!file) {
      console.error(`no reply is filed for ${join(folder, ...steps)}`);
      return { kind: "reply", status: 404, body: "", retryAfterMs: null };
    }
    const status = Number(/\.(\d{3})\.\w+$/.exec(file)?.[1] ?? 200);
    return { kind: "reply", status, body: readFileSync(file, "utf8"), retryAfterMs: null };
  };
}

function fileFor(folder: string, steps: readonly string[]): string | undefined {
  const parent = join(folder, ...steps.slice(0, -1));
  const name = steps.at(-1) ?? "";
  try {
    const found = readdirSync(parent, { withFileTypes: true }).find(
      (entry) =>
        entry.isFile() &&
        (entry.name === name ||
          (entry.name.startsWith(`${name}.`) && /^(\.\d{3})?\.\w+$/.test(entry.name.slice(name.length)))),
    );
    return found && join(parent, found.name);
  } catch {
    return undefined;
  }
}
