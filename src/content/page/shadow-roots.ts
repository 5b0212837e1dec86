import { isOwnElement } from "../../platform/own-elements";
import { localNameOf, type ReadRoot, searchIn, shadowRootOf } from "./page-nodes";
import type { Slices } from "./slices";

/** The open shadow roots of a page, which no mutation tells of. */
export interface ShadowRoots {
  /** The shadow roots on elements under the roots that were not known before. */
  readonly newUnder: (roots: readonly ReadRoot[]) => Promise<ShadowRoot[]>;
  /** Custom elements that have got a shadow root since they were looked at. */
  readonly lateHosts: () => Element[];
  /** The known ones that are still in the page. */
  readonly known: () => readonly ShadowRoot[];
}

/** Finds open shadow roots; `found` is called with each once. */
export function createShadowRoots(slices: Slices, found: (root: ShadowRoot) => void): ShadowRoots {
  const known = new Set<ShadowRoot>();
  const waiting = new Set<Element>();

  return {
    async newUnder(roots) {
      const fresh: ShadowRoot[] = [];
      for (const root of roots) {
        for (const host of await possibleHosts(root, slices)) {
          if (slices.isOver()) await slices.next();
          if (isOwnElement(host)) continue;
          const shadowRoot = shadowRootOf(host);
          if (!shadowRoot && localNameOf(host).includes("-")) waiting.add(host);
          if (!shadowRoot || known.has(shadowRoot)) continue;
          known.add(shadowRoot);
          fresh.push(shadowRoot);
          found(shadowRoot);
        }
      }
      return fresh;
    },
    lateHosts() {
      const late: Element[] = [];
      for (const host of waiting) {
        if (host.isConnected && !shadowRootOf(host)) continue;
        waiting.delete(host);
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

/** Custom elements, and built-in ones with nothing else in them. To ask every element of a page takes longer than to read it. */
async function possibleHosts(root: ReadRoot, slices: Slices): Promise<Element[]> {
  if (root instanceof ShadowRoot) return searchIn(root, "*");
  const hosts = [root, ...searchIn(root, ":empty:is(div,span,section,article,main)")];
  if (slices.isOver()) await slices.next();
  const custom = document.evaluate(".//*[contains(name(),'-')]", root, null, XPathResult.UNORDERED_NODE_ITERATOR_TYPE);
  for (let host = custom.iterateNext(); host; host = custom.iterateNext()) hosts.push(host as Element);
  return hosts;
}
