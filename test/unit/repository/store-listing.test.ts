import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

const FOLDER = "docs/store/listing";
const languages = readdirSync("src/locales").map((file) => file.replace(/\.json$/, ""));

it("the stores' listing is written in every language of the product", () => {
  expect(readdirSync(FOLDER).sort()).toEqual(languages.map((language) => `${language}.md`).sort());
});

it.each(languages)("the %s listing has the same parts as the English one", (language) => {
  const partsOf = (name: string) => readFileSync(`${FOLDER}/${name}.md`, "utf8").trim().split(/\n+/).length;
  expect(partsOf(language)).toBe(partsOf("en"));
});
