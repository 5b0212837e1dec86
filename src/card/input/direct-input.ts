import type { BoxInput, InputParts } from "./box-input";
import { watchTextSelection } from "./text-selection";

/** The box gets the reader's input itself. */
export function createDirectInput({ host, root, box }: InputParts): BoxInput {
  return {
    begin: (signal) => watchTextSelection(box, signal),
    elementAt(x, y) {
      const found = root.elementFromPoint(x, y);
      return found === host ? null : found;
    },
    focus: () => root.querySelector<HTMLElement>("[role=dialog]")?.focus({ preventScroll: true }),
  };
}
