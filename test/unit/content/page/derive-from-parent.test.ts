import fc from "fast-check";
import { expect, it } from "vitest";
import { deriveFromParent } from "../../../../src/content/page/derive-from-parent";

interface Node {
  readonly name: number;
  readonly parent: Node | null;
}

/** A tree by the place of each node's parent among those before it. */
function treeOf(parents: readonly number[]): Node[] {
  const nodes: Node[] = [];
  for (const [name, place] of parents.entries())
    nodes.push({ name, parent: place < name ? (nodes[place] ?? null) : null });
  return nodes;
}

/** What stands on the way from the top to a node, which only all answers above can give. */
function wayTo(node: Node | null): string {
  return node ? `${wayTo(node.parent)}/${node.name}` : "";
}

function counted(): { readonly ask: (node: Node | null) => string; readonly steps: () => number } {
  let steps = 0;
  const parentOf = ({ parent }: Node) => {
    steps += 1;
    return parent;
  };
  return {
    ask: deriveFromParent<Node, string>({ parentOf, top: "", derive: ({ name }, outer) => `${outer}/${name}` }),
    steps: () => steps,
  };
}

it("answers as one who goes each way to its end, in whatever order it is asked", () => {
  const shape = fc.array(fc.nat(400), { minLength: 1, maxLength: 400 });
  const chain = fc.integer({ min: 30, max: 200 }).map((depth) => Array.from({ length: depth }, (_, at) => at - 1));
  fc.assert(
    fc.property(fc.oneof(shape, chain), fc.array(fc.nat(), { maxLength: 200 }), (parents, asked) => {
      const nodes = treeOf(parents.map((place, at) => (place < 0 ? at : place)));
      const { ask } = counted();
      for (const place of asked) {
        const node = nodes[place % nodes.length] ?? null;
        expect(ask(node)).toBe(wayTo(node));
      }
      expect(ask(null)).toBe("");
    }),
  );
});

it("does not go a way again, however deep and in whatever order nodes are asked about", () => {
  const depth = 20_000;
  const left = treeOf(Array.from({ length: depth }, (_, at) => (at === 0 ? at : at - 1)));
  const right = [left[0] as Node];
  for (let name = 1; name < depth; name += 1) right.push({ name, parent: right[name - 1] ?? null });
  const { ask, steps } = counted();
  const deep = (branch: readonly Node[], at: number) => branch[depth - 1 - (at % 500)] ?? null;
  for (let at = 0; at < 2_000; at += 1) ask(deep(at % 2 ? left : right, at));
  // Each node once.
  expect(steps()).toBeLessThan(2 * depth + 2_000);
});
