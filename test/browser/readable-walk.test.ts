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
  const options = {
    onHidden: ({ id }: Element) => hidden.push(id),
    onInterrupted() {
      interruptions += 1;
    },
  };
  const visitor = { onText: (_: Text, data: string) => texts.push(data), onLineBreak: () => undefined };
  createReadableWalk(root, options, visitor).walkOver(100);
  return { texts, hidden, interruptions };
}

it("a part without a box is left at its first text, however many it has", () => {
  const html = `<main id=main><p>One</p><section id=gone hidden>${"<p>Two</p>".repeat(9)}</section><p>Three</p></main>`;
  expect(walk(html, "main")).toEqual({ texts: ["One", "Three"], hidden: ["gone"], interruptions: 0 });
});

it.each(["visibility: hidden", "visibility: hidden; display: contents"])(
  "a part that is only invisible is gone through, as what stands in it may be visible again: %s",
  (style) => {
    const html = `<main id=main><div id=faint style="${style}">One<p style="visibility: visible">Two</p></div></main>`;
    expect(walk(html, "main")).toEqual({ texts: ["Two"], hidden: ["faint"], interruptions: 0 });
  },
);

it("a root in a part without a box ends at its first text, and the walk does not leave it", () => {
  const html = "<section id=gone hidden><div id=root><p>One</p><p>Two</p></div></section><p>Three</p>";
  expect(walk(html, "root")).toEqual({ texts: [], hidden: ["gone"], interruptions: 0 });
});

/** A walk over `main`, whose text is `One` and `Two`, that has come to `One`. */
function walkTo(html: string) {
  document.body.innerHTML = html;
  const [main, paragraph] = ["main", "p"].map((name) => document.querySelector<HTMLElement>(name));
  if (!main || !paragraph) throw new Error("no text to walk over");
  let interruptions = 0;
  const hidden: string[] = [];
  const texts: string[] = [];
  const options = {
    onHidden: ({ id }: Element) => hidden.push(id),
    onInterrupted() {
      interruptions += 1;
    },
  };
  const visitor = { onText: (_: Text, data: string) => texts.push(data), onLineBreak: () => undefined };
  const { resume, walkOver } = createReadableWalk(main, options, visitor);
  const textAfterPause = () => {
    if (resume()) while (texts.length === 0 && walkOver(1));
    return texts.pop() ?? null;
  };
  expect(textAfterPause()).toBe("One");
  return { paragraph, textAfterPause, hidden, interruptions: () => interruptions };
}

it.each(["remove", "move"])("a walk breaks off where the page, in a pause, has it %s its last text", (how) => {
  const { paragraph, textAfterPause, interruptions } = walkTo("<main><p>One<i></i>Two</p></main><aside></aside>");
  if (how === "move") document.querySelector("aside")?.append(paragraph);
  else paragraph.remove();
  expect([textAfterPause(), interruptions()]).toEqual([null, 1]);
});

it.each([
  ["goes on where the page, in a pause, has moved its last text to another part of the root", "section", ["Two", 0]],
  ["breaks off where that part is not read", "pre", [null, 1]],
])("a walk %s", (_, part, expected) => {
  const html = `<main><p>One</p><${part}><i></i><b>Two</b></${part}></main>`;
  const { paragraph, textAfterPause, interruptions } = walkTo(html);
  document.querySelector("i")?.append(...paragraph.childNodes);
  expect([textAfterPause(), interruptions()]).toEqual(expected);
});

it("what the page has hidden, in a pause, is not read, although text before it in the same element was", () => {
  const { paragraph, textAfterPause, hidden } = walkTo("<main><p id=later>One<i></i>Two</p></main>");
  paragraph.hidden = true;
  expect([textAfterPause(), hidden]).toEqual([null, ["later"]]);
});
