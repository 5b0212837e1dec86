/**
 * Makes a function that derives a node's answer from the answer of its parent; `top` stands in for the topmost node's
 * parent. It uses no recursion, as hostile pages nest 100,000 elements. Answers are kept: use it only while the
 * page stays as it is.
 */
export function deriveFromParent<N extends object, T>({
  parentOf,
  top,
  derive,
}: {
  readonly parentOf: (node: N) => N | null;
  readonly top: T;
  readonly derive: (node: N, inherited: T) => T;
}): (node: N | null) => T {
  const answers = new Map<N, T>();
  return (node) => {
    const unanswered: N[] = [];
    let ancestor = node;
    for (; ancestor && !answers.has(ancestor); ancestor = parentOf(ancestor)) unanswered.push(ancestor);
    let answer = ancestor ? (answers.get(ancestor) as T) : top;
    for (const descendant of unanswered.reverse()) {
      answer = derive(descendant, answer);
      answers.set(descendant, answer);
    }
    return answer;
  };
}
