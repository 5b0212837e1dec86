import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";

const files = readdirSync("src", { recursive: true, encoding: "utf8" })
  .filter((file) => /\.(tsx?|html)$/.test(file))
  .map((file) => ({ file, text: readFileSync(join("src", file), "utf8") }));

it.each(["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "dangerouslySetInnerHTML"])(
  "no source turns text into markup with %s",
  (sink) => {
    expect(files.filter(({ text }) => text.includes(sink)).map(({ file }) => file)).toEqual([]);
  },
);

it("no source evaluates text as code", () => {
  const evaluating = files.filter(({ text }) => /\beval\(|new Function\(/.test(text));
  expect(evaluating.map(({ file }) => file)).toEqual([]);
});

it("the market's rules read the time in one module only", () => {
  const readers = files.filter(
    ({ file, text }) => /^(domain|providers|background)\//.test(file) && /Date\.now\(/.test(text),
  );
  expect(readers.map(({ file }) => file)).toEqual([]);
});
