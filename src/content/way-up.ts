/**
 * A node so many steps deep, or twice as many, … is remembered in a map, as a way of its own begins there. What was once the key of a
 * map the browser keeps for as long as the page; few pages are as deep.
 */
const STRIDE = 32;

/**
 * Answers what is true of a node by what is true of its parent: `under` gives the one from the other, `top` is true above all.
 * For as long as the page does not change: what a way has in common with the one before is not gone again, however deep it is.
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
  // The last way, from above. Changed and not made anew, as a page asks thousands of times.
  const path: N[] = [];
  const answers: T[] = [];
  /** How deep the path begins. */
  let above = 0;
  const unknown: N[] = [];

  /** Makes the path end with the nearest node above that is known, and leaves those below it in `unknown`, from below. */
  const climb = (node: N | null): void => {
    unknown.length = 0;
    for (let at = node; at; at = parentOf(at)) {
      const lowest = Math.max(0, path.length - STRIDE);
      for (let place = path.length - 1; place >= lowest; place -= 1) {
        if (path[place] !== at) continue;
        path.length = place + 1;
        answers.length = place + 1;
        return;
      }
      const landmark = landmarks.get(at);
      if (landmark) {
        path.splice(0, path.length, at);
        answers.splice(0, answers.length, landmark.answer);
        above = landmark.depth - 1;
        return;
      }
      unknown.push(at);
    }
    path.length = 0;
    answers.length = 0;
    above = 0;
  };

  return (node) => {
    climb(node);
    let answer = path.length > 0 ? (answers[path.length - 1] as T) : top;
    for (let place = unknown.length - 1; place >= 0; place -= 1) {
      const passed = unknown[place] as N;
      answer = under(passed, answer);
      path.push(passed);
      answers.push(answer);
      const depth = above + path.length;
      if (depth % STRIDE === 0) landmarks.set(passed, { answer, depth });
    }
    return answer;
  };
}
