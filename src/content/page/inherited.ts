/**
 * Answers what a node inherits from its ancestors: `derive` gives a node's answer from its parent's, `top` stands above all.
 * Each node is looked at once, without recursion, however deep the page is. Valid as long as the page stays as it is.
 */
export function createInherited<N extends object, T>({
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
    let at = node;
    for (; at && !answers.has(at); at = parentOf(at)) unanswered.push(at);
    let answer = at ? (answers.get(at) as T) : top;
    for (const passed of unanswered.reverse()) {
      answer = derive(passed, answer);
      answers.set(passed, answer);
    }
    return answer;
  };
}
