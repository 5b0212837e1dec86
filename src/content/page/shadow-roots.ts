import { isOwnElement } from "../../platform/own-elements";
import { findAllIn, localNameOf, type ReadRoot, shadowRootOf } from "./page-nodes";
import type { Slices } from "./slices";

/** The open shadow roots of a page. No mutation is recorded when an element gets one. */
export interface ShadowRoots {
  /** The shadow roots of elements under these roots that were not known before. */
  readonly newUnder: (roots: readonly ReadRoot[]) => Promise<ShadowRoot[]>;
  /** Custom elements that have got a shadow root since they were last looked at. */
  readonly hostsWithNewRoots: () => Element[];
  /** The known shadow roots that are still in the page. */
  readonly known: () => readonly ShadowRoot[];
}

/** `onFound` is called once with each open shadow root. */
export function createShadowRoots(slices: Slices, onFound: (root: ShadowRoot) => void): ShadowRoots {
  const known = new Set<ShadowRoot>();
  const hostsWithoutRoot = new Set<Element>();

  return {
    async newUnder(roots) {
      const found: ShadowRoot[] = [];
      for (const root of roots) {
        for (const host of await possibleHosts(root, slices)) {
          if (slices.isOver()) await slices.next();
          if (isOwnElement(host)) continue;
          const shadowRoot = shadowRootOf(host);
          if (!shadowRoot && localNameOf(host).includes("-")) hostsWithoutRoot.add(host);
          if (!shadowRoot || known.has(shadowRoot)) continue;
          known.add(shadowRoot);
          found.push(shadowRoot);
          onFound(shadowRoot);
        }
      }
      return found;
    },
    hostsWithNewRoots() {
      const late: Element[] = [];
      for (const host of hostsWithoutRoot) {
        if (host.isConnected && !shadowRootOf(host)) continue;
        hostsWithoutRoot.delete(host);
        late.push(host);
      }
      return late;
    },
    known() {
      for (const root of known) if (!root.isConnected) known.delete(root);
      return [...known];
    },
  };
}

/** Custom elements, and empty built-in ones. Asking every element of a page takes longer than reading its text. */
async function possibleHosts(root: ReadRoot, slices: Slices): Promise<Element[]> {
  if (root instanceof ShadowRoot) return findAllIn(root, "*");
  const hosts = [root, ...findAllIn(root, ":empty:is(div,span,section,article,main)")];
  if (slices.isOver()) await slices.next();
  const custom = document.evaluate(".//*[contains(name(),'-')]", root, null, XPathResult.UNORDERED_NODE_ITERATOR_TYPE);
  for (let host = custom.iterateNext(); host; host = custom.iterateNext()) hosts.push(host as Element);
  return hosts;
}
