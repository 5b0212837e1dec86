/** A browser that one run of the extension after the other can use. */
interface Reusable {
  /** Takes away whatever a run left behind. */
  readonly clean: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Lends browsers to runs. */
export interface BrowserPool<B> {
  readonly take: () => Promise<B>;
  /** Takes a browser back, cleaned for the next run, or closed where it cannot be. */
  readonly giveBack: (browser: B) => Promise<void>;
}

/** What Vitest calls at the end of a worker; there is none where something else starts our browsers. */
const worker: { onCleanup: (work: () => unknown) => void } | undefined = Reflect.get(globalThis, "__vitest_worker__");

/**
 * Browsers that the test files of a worker use one after the other, as a browser
 * takes ten times as long to start as the extension takes to be installed anew.
 */
export function createPool<B extends Reusable>(launch: () => Promise<B>): BrowserPool<B> {
  const idle: B[] = [];
  worker?.onCleanup(() => Promise.all(idle.splice(0).map((browser) => browser.close())));
  return {
    take: async () => idle.pop() ?? launch(),
    giveBack: async (browser) => {
      if (!worker) return browser.close();
      try {
        await browser.clean();
        idle.push(browser);
      } catch (error) {
        console.error("a browser could not be cleaned, and is closed", error);
        await browser.close();
      }
    },
  };
}
