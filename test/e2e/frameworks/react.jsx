/** @jsxImportSource react */
import { flushSync } from "react-dom";
import { hydrateRoot } from "react-dom/client";
import { startOracle } from "./oracle";
import { controls, Feed } from "./react-app";

const nextFrame = () => new Promise(requestAnimationFrame);

startOracle({
  async hydrate() {
    hydrateRoot(document.querySelector("#root"), <Feed />, { onRecoverableError: (error) => console.error(error) });
    while (!controls.setNames) await nextFrame();
  },
  sort: () => flushSync(() => controls.setNames((names) => names.toReversed())),
  replace: () => flushSync(() => controls.setFirst("Walmart")),
  leave: () => flushSync(() => controls.setRoute("Starbucks")),
  suspend: () => flushSync(() => controls.setAwaiting(true)),
  async deliver() {
    controls.deliver();
    while (!document.body.innerText.includes("Boeing")) await nextFrame();
  },
});
