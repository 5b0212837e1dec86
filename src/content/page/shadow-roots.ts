import { isOwnElement } from "../../platform/own-elements";
import { findAllIn, isShadowRoot, localNameOf, type ReadRoot, shadowRootOf } from "./page-nodes";
import type { Slices } from "./slices";

/** The open shadow roots of a page. No mutation is recorded when an element gets one. */
export interface ShadowRoots {
  /**
   * The shadow roots of elements under these roots that were not known before. Those that have left the page are
   * forgotten first: if they come back, they are read again, because their mentions were dropped.
   */
  readonly newUnder: (roots: readonly ReadRoot[]) => Promise<ShadowRoot[]>;
  /** The known shadow roots that are still in the page. */
  readonly known: () => readonly ShadowRoot[];
}

interface ShadowRootsDeps {
  readonly slices: Slices;
  readonly signal: AbortSignal;
  /** Called with each root that `newUnder` returns. */
  readonly onFound: (root: ShadowRoot) => void;
  /** Called with custom elements that have got their shadow root only after they were looked at. */
  readonly onLateRoots: (hosts: readonly Element[]) => void;
}

/** Custom elements without a shadow root are looked at again this often; their marks are due within a second. */
const LOOK_AGAIN_MS = 500;

/** Ends with `signal`. */
export function createShadowRoots({ slices, signal, onFound, onLateRoots }: ShadowRootsDeps): ShadowRoots {
  const known = new Set<ShadowRoot>();
  const hostsWithoutRoot = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  signal.addEventListener("abort", () => clearTimeout(timer));

  const lookAgainLater = () => {
    if (hostsWithoutRoot.size > 0 && !signal.aborted) timer ??= setTimeout(lookAgain, LOOK_AGAIN_MS);
  };

  function lookAgain(): void {
    timer = undefined;
    for (const host of hostsWithoutRoot) if (!host.isConnected) hostsWithoutRoot.delete(host);
    const late = [...hostsWithoutRoot].filter((host) => shadowRootOf(host));
    for (const host of late) hostsWithoutRoot.delete(host);
    if (late.length > 0) onLateRoots(late);
    lookAgainLater();
  }

  function stillInPage(): readonly ShadowRoot[] {
    for (const root of known) if (!root.isConnected) known.delete(root);
    return [...known];
  }

  return {
    async newUnder(roots) {
      stillInPage();
      const found: ShadowRoot[] = [];
      for (const root of roots) {
        for (const host of await possibleHosts(root, slices)) {
          if (slices.isOver()) await slices.yieldToPage();
          if (isOwnElement(host)) continue;
          const shadowRoot = shadowRootOf(host);
          if (!shadowRoot && localNameOf(host).includes("-")) hostsWithoutRoot.add(host);
          if (!shadowRoot || known.has(shadowRoot)) continue;
          known.add(shadowRoot);
          found.push(shadowRoot);
          onFound(shadowRoot);
        }
      }
      lookAgainLater();
      return found;
    },
    known: stillInPage,
  };
}

/**
 * Custom elements, and empty built-in ones. Asking every element of a page takes longer than reading its text; a shadow
 * root has fewer, so all of its are asked.
 */
async function possibleHosts(root: ReadRoot, slices: Slices): Promise<Element[]> {
  if (isShadowRoot(root)) return findAllIn(root, "*");
  const hosts = [root, ...findAllIn(root, ":empty:is(div,span,section,article,main)")];
  if (slices.isOver()) await slices.yieldToPage();
  const custom = document.evaluate(".//*[contains(name(),'-')]", root, null, XPathResult.UNORDERED_NODE_ITERATOR_TYPE);
  for (let host = custom.iterateNext(); host; host = custom.iterateNext()) hosts.push(host as Element);
  return hosts;
}
