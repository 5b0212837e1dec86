import { h, render } from "preact";

/**
 * Runs a hook of Preact without a page. `current` is what it returned last; `settle` waits for its changes of state,
 * and `rerun` runs it once more.
 */
export function runHook<T>(hook: () => T): {
  readonly current: () => T;
  readonly settle: () => Promise<void>;
  readonly rerun: () => void;
} {
  let last: { readonly value: T } | null = null;
  function Host() {
    last = { value: hook() };
    return null;
  }
  const place = { childNodes: [], firstChild: null, namespaceURI: "", removeChild: () => undefined };
  // The host draws nothing, so that these are the only parts of an element that are used.
  const rerun = () => render(h(Host, null), place as unknown as Element);
  rerun();
  return {
    rerun,
    current: () => {
      if (!last) throw new Error("the hook has not run");
      return last.value;
    },
    settle: () => new Promise((resolve) => setTimeout(resolve)),
  };
}
