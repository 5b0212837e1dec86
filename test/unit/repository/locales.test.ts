import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import english from "../../../src/locales/en.json";

const FOLDER = "src/locales";
const languages = readdirSync(FOLDER).map((file) => file.replace(/\.json$/, ""));

function textsOf(language: string): Record<string, string> {
  return JSON.parse(readFileSync(`${FOLDER}/${language}.json`, "utf8")) as Record<string, string>;
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "").sort();
}

it("the catalogues are of the eight languages we promise", () => {
  expect(languages.sort()).toEqual(["de", "en", "es", "fr", "ja", "ko", "pt_BR", "zh_CN"]);
});

describe.each(languages)("the %s catalogue", (language) => {
  const texts = textsOf(language);

  it("has every key of the English one and no other", () => {
    expect(Object.keys(texts).sort()).toEqual(Object.keys(english).sort());
  });

  it("leaves no text empty", () => {
    expect(Object.keys(texts).filter((key) => !texts[key]?.trim())).toEqual([]);
  });

  it("fills the same placeholders as the English one", () => {
    const differing = Object.entries(english).filter(
      ([key, text]) => String(placeholders(texts[key] ?? "")) !== String(placeholders(text)),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it("keeps the description within the stores' 132 characters", () => {
    expect(texts.extensionDescription?.length).toBeLessThanOrEqual(132);
  });
});
