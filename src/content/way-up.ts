/**
 * A node so many steps deep, or twice as many, … is remembered in a map, as a way of its own begins there. What was once the key of a
 * map the browser keeps for as long as the page; few pages are as deep.
 */
const STRIDE = 32;

/** A node of the last way, or a landmark. */
interface Step<N, T> {
  readonly node: N;
  readonly answer: T;
  readonly depth: number;
}

/**
 * Answers what is true of a node by what is true of its parent: `under` gives the one from the other, `top` is true above all.
 * For as long as the page does not change: of what a way has in common with the one before no more than some steps are gone again,
 * however deep it is.
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
  const landmarks = new Map<N, Step<N, T>>();
  /** The last way, from above. */
  let path: Step<N, T>[] = [];

  /** The step at a node, if it is known; the path ends with it then. */
  const known = (node: N): Step<N, T> | undefined => {
    const lowest = Math.max(0, path.length - STRIDE);
    for (let place = path.length - 1; place >= lowest; place -= 1) {
      const step = path[place];
      if (step?.node !== node) continue;
      path.length = place + 1;
      return step;
    }
    const landmark = landmarks.get(node);
    if (landmark) path = [landmark];
    return landmark;
  };

  return (node) => {
    const unknown: N[] = [];
    let step: Step<N, T> | undefined;
    for (let at = node; at; at = parentOf(at)) {
      step = known(at);
      if (step) break;
      unknown.push(at);
    }
    if (!step) path = [];
    for (const passed of unknown.reverse()) {
      step = { node: passed, answer: under(passed, step ? step.answer : top), depth: (step?.depth ?? 0) + 1 };
      path.push(step);
      if (step.depth % STRIDE === 0) landmarks.set(passed, step);
    }
    return step ? step.answer : top;
  };
}
