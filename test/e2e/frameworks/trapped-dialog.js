import { createFocusTrap } from "focus-trap";
import { startOracle } from "./oracle";

const trap = createFocusTrap("#root", { escapeDeactivates: true, onDeactivate: () => (document.title = "let go") });
startOracle({
  trap: () => trap.activate(),
});
