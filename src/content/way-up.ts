/** Of the nodes on a way up only each so many-th is remembered, as the browser keeps what was once the key of a map for as long as the page. */
const STRIDE = 4;

interface Remembered<T> {
  readonly answer: T;
  /** How many steps from the top, which is the same for all that ask. */
  readonly depth: number;
}

/**
 * Answers what is true of a node by what is true of its parent: `under` gives the one from the other, `top` is true above all.
 * Each way up is gone once, however many nodes are asked about and however deep they stand.
 */
export function createWayUp<N extends object, T>({
  parentOf,
  top,
  under,
}: {
  parentOf: (node: N) => N | null;
  top: T;
  under: (node: N, outer: T) => T;
}): (node: N | null) => T {
  const known = new Map<N, Remembered<T>>();
  return (node) => {
    const way: N[] = [];
    let found: Remembered<T> | undefined;
    for (let at = node; at; at = parentOf(at)) {
      found = known.get(at);
      if (found) break;
      way.push(at);
    }
    let { answer, depth } = found ?? { answer: top, depth: 0 };
    for (const passed of way.reverse()) {
      answer = under(passed, answer);
      depth += 1;
      if (depth % STRIDE === 0) known.set(passed, { answer, depth });
    }
    return answer;
  };
}
