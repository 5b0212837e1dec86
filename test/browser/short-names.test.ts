import { expect, it } from "vitest";
import domConstants from "../../src/content/dom-constants.json";
import ownNames from "../../src/content/own-names.json";

/** All that the browser's interfaces, and the language's own, have as properties. */
function browsersNames(): Set<string> {
  const names = new Set(Object.getOwnPropertyNames(globalThis));
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    const { value } = Object.getOwnPropertyDescriptor(globalThis, name) ?? {};
    for (const part of [value, value?.prototype]) {
      if (Object(part) === part) for (const property of Object.getOwnPropertyNames(part)) names.add(property);
    }
  }
  return names;
}

it("properties that the build shortens in the content script are none of the browser's", () => {
  const browsers = browsersNames();
  // Else the search has found nothing.
  expect(browsers.has("getBoundingClientRect") && browsers.has("toReversed")).toBe(true);
  expect(ownNames.filter((name) => browsers.has(name))).toEqual([]);
});

it.each(Object.entries(domConstants))("what the build writes for %s is the browser's", (path, value) => {
  const [owner = "", name = ""] = path.split(".");
  expect(Reflect.get(Object(Reflect.get(globalThis, owner)), name)).toBe(value);
});
