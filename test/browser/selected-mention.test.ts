import { afterEach, expect, it } from "vitest";
import { userEvent } from "vitest/browser";
import { selectedMention } from "../../src/content/card/selected-mention";
import type { PageMention } from "../../src/content/page/page-mention";

afterEach(() => {
  getSelection()?.removeAllRanges();
  document.body.replaceChildren();
});

/** Selects "Alibaba" in a text node. */
function select(text: Text): void {
  const at = text.data.indexOf("Alibaba");
  getSelection()?.setBaseAndExtent(text, at, text, at + "Alibaba".length);
}

function paragraphIn(parent: ParentNode): Text {
  const paragraph = document.createElement("p");
  paragraph.textContent = "Shares of Alibaba fell.";
  parent.append(paragraph);
  return paragraph.firstChild as Text;
}

function found(): Pick<PageMention, "ticker" | "name" | "surface"> & { element: Element | undefined } {
  const mention = selectedMention("BABA", "Alibaba Group");
  const { ticker = "", name = "", surface = "", block } = mention ?? {};
  return { ticker, name, surface, element: block?.element };
}

it("nothing selected is no mention", () => {
  paragraphIn(document.body);
  expect(selectedMention("BABA", "Alibaba Group")).toBeNull();
});

it("selected words are a mention", () => {
  const text = paragraphIn(document.body);
  select(text);
  expect(found()).toEqual({
    ticker: "BABA",
    name: "Alibaba Group",
    surface: "Alibaba",
    element: text.parentElement,
  });
});

it("selected words in an open shadow root are a mention, also within another", () => {
  const outer = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
  const inner = outer.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
  for (const root of [outer, inner]) {
    const text = paragraphIn(root);
    select(text);
    expect(found()).toMatchObject({ surface: "Alibaba", element: text.parentElement });
  }
});

it("words that the reader selects in an open shadow root are a mention", async () => {
  const root = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
  root.innerHTML = "<p>Shares of <b>Alibaba</b> fell.</p>";
  const word = root.querySelector("b") as HTMLElement;
  await userEvent.dblClick(word);
  expect(found()).toMatchObject({ surface: "Alibaba", element: word });
});

it.each(["input", "textarea"] as const)("of words in an %s, the field is the mention", (name) => {
  const field = document.body.appendChild(document.createElement(name));
  field.value = "Alibaba";
  field.focus();
  field.select();
  expect(found()).toMatchObject({ ticker: "BABA", surface: "", element: field });
});
