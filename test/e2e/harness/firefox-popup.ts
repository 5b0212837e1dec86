import { randomUUID } from "node:crypto";
import { CONDITION_LIMIT_MS, type Surface } from "./extension";
import { type Remote, savedBy } from "./firefox-remote";

/** The element of the browser's window that holds an open popup. */
const HOLDER = `document.querySelector("browser.webextension-popup-browser")`;

/**
 * Opens the toolbar's own popup over the selected tab, as its button does.
 * WebDriver knows no such document: its browser's messages carry the work there.
 */
export async function openToolbarPopup({ privileged }: Remote, geckoId: string): Promise<Surface> {
  const close = async () => {
    await privileged(`
      const panel = ${HOLDER}?.closest("panel");
      if (!panel) return;
      const hidden = new Promise((resolve) => panel.addEventListener("popuphidden", resolve, { once: true }));
      panel.hidePopup();
      await hidden;`);
  };
  // One that a failed test left behind would swallow the press.
  await close();
  await privileged(`
    const { ExtensionParent } = ChromeUtils.importESModule("resource://gre/modules/ExtensionParent.sys.mjs");
    const { extension } = WebExtensionPolicy.getByID(${JSON.stringify(geckoId)});
    const shown = new Promise((resolve) => addEventListener("popupshown", resolve, { once: true, capture: true }));
    ExtensionParent.apiManager.global.browserActionFor(extension).triggerAction(window);
    await shown;
    // A script that comes before the document is gone with the empty one.
    const { setTimeout } = ChromeUtils.importESModule("resource://gre/modules/Timer.sys.mjs");
    const isThere = () => {
      const popup = ${HOLDER};
      return popup?.currentURI.spec.startsWith("moz-extension:") && !popup.webProgress.isLoadingDocument;
    };
    while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 10));`);
  const inside = async (script: string) => {
    const name = JSON.stringify(`test-${randomUUID()}`);
    const reply = await privileged(`
      const { messageManager } = ${HOLDER};
      const heard = new Promise((resolve) =>
        messageManager.addMessageListener(${name}, function hear({ data }) {
          messageManager.removeMessageListener(${name}, hear);
          resolve(data);
        }));
      messageManager.loadFrameScript(${JSON.stringify(scriptAddress(frameScript(script, name)))}, false);
      return heard;`);
    const { value, error } = reply as { value?: string; error?: string };
    if (error !== undefined) throw new Error(`in the popup: ${error}`);
    return JSON.parse(value ?? "null");
  };
  return {
    evaluate: (work, argument) => inside(`(${work})(${JSON.stringify(argument)})`),
    waitFor: (work, argument) =>
      inside(`(async () => {
        const end = performance.now() + ${CONDITION_LIMIT_MS};
        while (performance.now() < end) {
          const value = await (${work})(${JSON.stringify(argument)});
          if (value) return value;
          await new Promise((resolve) => requestAnimationFrame(resolve));
        }
        throw new Error("waited in vain; the popup says: " + document.body.innerText);
      })()`),
    runScript: async (source) => {
      await inside(`(() => { ${source} })()`);
    },
    saved: (work) => savedBy(privileged, work),
    close,
  };
}

/**
 * Runs a script with the rights of the popup's own, as within a click
 * of the reader's; a message of this name brings its value as JSON.
 */
function frameScript(script: string, name: string): string {
  const work = `(async () => JSON.stringify((await (${script})) ?? null))()`;
  return `{
    const own = new Cu.Sandbox(content, { sandboxPrototype: content, wantXrays: false });
    content.document.notifyUserGestureActivation();
    const click = content.windowUtils.setHandlingUserInput(true);
    Promise.resolve(Cu.evalInSandbox(${JSON.stringify(work)}, own)).then(
      (value) => sendAsyncMessage(${name}, { value }),
      (error) => sendAsyncMessage(${name}, { error: String(error) }),
    );
    click.destruct();
  }`;
}

function scriptAddress(script: string): string {
  return `data:application/javascript;charset=utf-8,${encodeURIComponent(script)}`;
}
