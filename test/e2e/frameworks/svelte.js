import { flushSync, mount } from "svelte";
import { startOracle } from "./oracle";
import Ticker from "./ticker.svelte";

const controls = {};
mount(Ticker, { target: document.querySelector("#root"), props: { controls } });
startOracle({
  rotate: () => flushSync(controls.rotate),
  close: () => flushSync(controls.close),
});
