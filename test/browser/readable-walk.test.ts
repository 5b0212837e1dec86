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
  const readableWalk = createReadableWalk(root, {
    onHidden: ({ id }) => hidden.push(id),
    onInterrupted() {
      interruptions += 1;
    },
  });
  readableWalk.resume();
  while (readableWalk.next()) {
    const read = readableWalk.current();
    if (read) texts.push(read.data);
  }
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

/** A walk over a root whose text is `One` and `Two`, stopped at `One`. */
function stoppedWalk(root: Element) {
  let interruptions = 0;
  const hidden: string[] = [];
  const readable = createReadableWalk(root, {
    onHidden: ({ id }) => hidden.push(id),
    onInterrupted() {
      interruptions += 1;
    },
  });
  readable.resume();
  readable.next();
  expect(readable.current()?.data).toBe("One");
  return { ...readable, hidden, interruptions: () => interruptions };
}

it.each(["remove", "move"])("a walk breaks off where a pause has the page %s its last text", (how) => {
  document.body.innerHTML = "<main><p>One</p><p>Two</p></main><aside></aside>";
  const [main, one, aside] = ["main", "p", "aside"].map((name) => document.querySelector(name) as HTMLElement);
  const stopped = stoppedWalk(main as HTMLElement);
  if (how === "move") aside?.append(one as HTMLElement);
  else one?.remove();
  expect([stopped.resume(), stopped.interruptions()]).toEqual([false, 1]);
});

it("a walk goes on in a text that a pause has the page move within the root, and reads it as what it is there", () => {
  document.body.innerHTML = "<main><p>One<i></i>Two</p><code></code></main>";
  const [main, paragraph, code] = ["main", "p", "code"].map((name) => document.querySelector(name) as HTMLElement);
  const stopped = stoppedWalk(main as HTMLElement);
  code?.append(paragraph as HTMLElement);
  expect([stopped.resume(), stopped.next(), stopped.current()]).toEqual([true, true, null]);
});

it("what a pause has the page hide is not read, although text before it in the same element was", () => {
  document.body.innerHTML = "<main><p id=later>One<i></i>Two</p></main>";
  const paragraph = document.querySelector("p") as HTMLElement;
  const stopped = stoppedWalk(document.querySelector("main") as HTMLElement);
  paragraph.hidden = true;
  expect([stopped.resume(), stopped.next(), stopped.current(), stopped.hidden]).toEqual([true, true, null, ["later"]]);
});
