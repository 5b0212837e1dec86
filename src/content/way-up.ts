/**
 * So many steps a way may go on before a node of it is remembered in a map. What was once the key of a map the browser keeps for as
 * long as the page; few pages are as deep.
 */
const STRIDE = 32;

/** A way that was gone, from below: its nodes, what is true of each, and how deep the first stands. */
interface Way<N, T> {
  readonly nodes: readonly N[];
  readonly answers: readonly T[];
  readonly depth: number;
}

/**
 * Answers what is true of a node by what is true of its parent: `under` gives the one from the other, `top` is true above all.
 * For as long as the page does not change: what the way to the node before has in common is not gone again, however deep it is.
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
  const landmarks = new Map<N, { readonly answer: T; readonly depth: number }>();
  let last: Way<N, T> = { nodes: [], answers: [], depth: 0 };
  return (node) => {
    const nodes: N[] = [];
    let known = { answer: top, depth: 0 };
    let common = last.nodes.length;
    for (let at = node; at; at = parentOf(at)) {
      const place = last.nodes.indexOf(at);
      if (place >= 0) {
        known = { answer: last.answers[place] as T, depth: last.depth - place };
        common = place;
        break;
      }
      const landmark = landmarks.get(at);
      if (landmark) {
        known = landmark;
        break;
      }
      nodes.push(at);
    }
    if (nodes.length === 0) return known.answer;
    const answers = new Array<T>(nodes.length);
    let { answer, depth } = known;
    for (let index = nodes.length - 1; index >= 0; index -= 1) {
      const passed = nodes[index] as N;
      answer = under(passed, answer);
      answers[index] = answer;
      depth += 1;
      if (depth % STRIDE === 0) landmarks.set(passed, { answer, depth });
    }
    last = {
      nodes: [...nodes, ...last.nodes.slice(common)].slice(0, STRIDE),
      answers: [...answers, ...last.answers.slice(common)].slice(0, STRIDE),
      depth,
    };
    return answer;
  };
}
