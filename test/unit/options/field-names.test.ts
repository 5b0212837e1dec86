import { expect, it } from "vitest";
import { DEFAULT_SETTINGS } from "../../../src/domain/settings";
import { fieldNames } from "../../../src/options/field-names";
import { englishText } from "../../fakes/popup-deps";

const name = (...paths: string[]) => fieldNames(paths, englishText);

it("every field of the settings, and every section, has the name that the page gives it", () => {
  for (const [section, fields] of Object.entries(DEFAULT_SETTINGS)) {
    if (section === "version") continue;
    const paths = typeof fields === "object" ? Object.keys(fields).map((field) => `${section}.${field}`) : [];
    for (const path of [section, ...paths]) expect(name(path), path).not.toBe(path);
  }
});

it("a field is named once, also where several of its items are meant", () => {
  expect(name("detection.never.3", "detection.never.7", "look.theme")).toBe("Never mark, Theme");
});

it("a field of a later version is named with its section, and what is no setting keeps its name", () => {
  expect(name("look.glow", "BABA", "Tiingo", "look.constructor")).toBe("Look, BABA, Tiingo");
});
