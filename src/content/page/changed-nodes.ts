import { isOwnElement } from "../../platform/own-elements";
import { parentNodeOf } from "./page-nodes";
import { readRootsOf } from "./read-roots";
import { isInline } from "./readable";

/** The nodes of the page that have changed since they were last taken. */
export interface ChangedNodes {
  /** Collects what the observer recorded. */
  readonly note: (records: readonly MutationRecord[]) => void;
  /** Adds nodes that are to be read again although nothing was recorded there. */
  readonly add: (nodes: Iterable<Node>) => void;
  /** Has the whole page read next time. This alone starts no reading, because `isEmpty` stays as it is. */
  readonly readAllNext: () => void;
  readonly nodes: () => readonly Node[];
  /** Whether there are any, and few enough to look right away for text that was only written anew. */
  readonly areFew: () => boolean;
  /** Returns the nodes and begins anew. */
  readonly take: () => readonly Node[];
  /** Whether there may be new text in them. */
  readonly hasText: () => boolean;
  readonly isEmpty: () => boolean;
  /** Whether there are too many to read one by one, so that the whole page is to be read. */
  readonly hasTooMany: () => boolean;
}

/**
 * Above this many, the whole page is read and further records are ignored, because collecting them would take longer
 * than it saves.
 */
const MOST_NODES = 300;

/** A framework that writes a paragraph or a row of a table anew changes fewer. */
const FEW_NODES = 50;

/** Empty at first. Our own elements are left out. */
export function createChangedNodes(): ChangedNodes {
  const changed = new Set<Node>();
  const withNewText = new Set<Node>();
  let isAll = false;
  const hasTooMany = () => isAll || changed.size > MOST_NODES;
  const addNode = (node: Node) => {
    if (isOwnElement(node)) return;
    changed.add(node);
    withNewText.add(node);
  };
  const noteRecord = (record: MutationRecord) => {
    const { type, target } = record;
    if (type === "characterData") addNode(target);
    // An attribute decides whether the element belongs to the text of the block around it.
    if (type === "attributes") addNode(parentNodeOf(target) ?? target);
    // Only records of this type are asked for their lists: with ten thousand records, that takes most of the time.
    if (type === "childList") noteChildren(record);
  };
  const noteChildren = ({ target, addedNodes, removedNodes }: MutationRecord) => {
    addedNodes.forEach(addNode);
    removedNodes.forEach((node) => {
      // A removed block leaves nothing to read. The document, which is never read itself, is noted in its place, so
      // that a reading takes place, which drops the block's mentions.
      if (!isOwnElement(node)) changed.add(isInline(node) ? target : document);
    });
  };

  return {
    note(records) {
      // After `readAllNext` one node is still noted, because a reading begins only if there is any.
      for (const record of records) if (!hasTooMany() || changed.size === 0) noteRecord(record);
    },
    add(nodes) {
      for (const node of nodes) addNode(node);
    },
    readAllNext() {
      isAll = true;
    },
    nodes: () => [...changed],
    areFew: () => changed.size > 0 && changed.size <= FEW_NODES,
    take() {
      const nodes = [...changed];
      isAll = false;
      changed.clear();
      withNewText.clear();
      return nodes;
    },
    hasText: () => readRootsOf(withNewText).some((root) => /\S/.test(root.textContent ?? "")),
    isEmpty: () => changed.size === 0,
    hasTooMany,
  };
}
