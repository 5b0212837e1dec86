import { afterEach, expect, it } from "vitest";
import { createReadableWalk } from "../../src/content/page/readable-walk";

afterEach(() => document.body.replaceChildren());

/** The texts of a walk under the element of this id, the elements that hid others, and how often it broke off. */
function walk(html: string, id: string): { texts: string[]; hidden: string[]; interruptions: number } {
  document.body.innerHTML = html;
  const root = document.getElementById(id);
  if (!root) throw new Error(`no ${id}`);
  const [texts, hidden]: [string[], string[]] = [[], []];
  let interruptions = 0;
  const { next } = createReadableWalk(root, {
    onHidden: ({ id }) => hidden.push(id),
    onInterrupted() {
      interruptions += 1;
    },
  });
  for (let node = next(); node; node = next()) if (node instanceof Text) texts.push(node.data);
  return { texts, hidden, interruptions };
}

it("a part without a box is left at its first text, however many it has", () => {
  const html = `<main id=main><p>One</p><section id=gone hidden>${"<p>Two</p>".repeat(9)}</section><p>Three</p></main>`;
  expect(walk(html, "main")).toEqual({ texts: ["One", "Three"], hidden: ["gone"], interruptions: 0 });
});

it("a part that is only invisible is gone through, as what stands in it may be visible again", () => {
  const html =
    '<main id=main><div id=faint style="visibility: hidden">One<p style="visibility: visible">Two</p></div></main>';
  expect(walk(html, "main")).toEqual({ texts: ["Two"], hidden: ["faint"], interruptions: 0 });
});

it("a root in a part without a box ends at its first text, and the walk does not leave it", () => {
  const html = "<section id=gone hidden><div id=root><p>One</p><p>Two</p></div></section><p>Three</p>";
  expect(walk(html, "root")).toEqual({ texts: [], hidden: ["gone"], interruptions: 0 });
});
