import type { Browser, Page } from "puppeteer-core";

/** Raw WebDriver BiDi: extension pages and privileged scripts are beyond Puppeteer's public API. */
export interface Remote {
  readonly send: (method: string, params: object) => Promise<unknown>;
  /**
   * Runs the body of an async function with the browser's own
   * rights, in its first window; resolves with what it returns.
   */
  readonly privileged: (body: string) => Promise<unknown>;
}

/** Puppeteer's own connection (24.43.1). */
interface Connection {
  readonly send: (method: string, params: object) => Promise<{ result: unknown }>;
}

/** The remote of a running Firefox. */
export function remoteOf(browser: Browser): Remote {
  const connection = Reflect.get(browser, "connection") as Connection;
  const send = async (method: string, params: object) => (await connection.send(method, params)).result;
  return {
    send,
    privileged: async (body) => {
      const tree = (await send("browsingContext.getTree", { "moz:scope": "chrome" })) as Tree;
      const reply = (await send("script.evaluate", {
        expression: `(async () => { const value = await (async () => { ${body} })(); return JSON.stringify(value ?? null); })()`,
        target: { context: tree.contexts[0]?.context },
        awaitPromise: true,
      })) as Reply;
      if (reply.type !== "success") throw new Error(`Firefox refused ${body}: ${JSON.stringify(reply)}`);
      return JSON.parse(reply.result.value);
    },
  };
}

interface Tree {
  readonly contexts: readonly { readonly context: string }[];
}

type Reply = { readonly type: "success"; readonly result: { readonly value: string } } | { readonly type: "exception" };

/** The text of the file that `work` makes the browser save. */
export async function savedBy(privileged: Remote["privileged"], work: () => Promise<unknown>): Promise<string> {
  await privileged(`
    const { Downloads } = ChromeUtils.importESModule("resource://gre/modules/Downloads.sys.mjs");
    const list = await Downloads.getList(Downloads.PUBLIC);
    for (const earlier of await list.getAll()) await list.remove(earlier);
    window.savedByTest = new Promise((resolve) => {
      const view = {
        onDownloadAdded: (download) => {
          list.removeView(view);
          resolve(download.whenSucceeded().then(() => download.target.path));
        },
      };
      list.addView(view);
    });`);
  await work();
  return String(await privileged("return IOUtils.readUTF8(await window.savedByTest);"));
}

/** The id that a page has in WebDriver BiDi. */
export function contextOf(page: Page): string {
  return String(Reflect.get(page.mainFrame(), "_id"));
}
