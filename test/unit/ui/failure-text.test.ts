import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Failure } from "../../../src/domain/failure";
import { createFormat } from "../../../src/domain/format";
import { failureText, remedyFor } from "../../../src/ui/failure-text";
import { createTextOf } from "../../../src/ui/text";

const NOW = Date.UTC(2025, 10, 12);

const FAILURES: readonly Failure[] = [
  { kind: "no-consent" },
  { kind: "offline" },
  { kind: "unknown-ticker", ticker: "BABA" },
  { kind: "delisted", ticker: "BABA" },
  { kind: "delisted", ticker: "BABA", lastDate: "2025-11-11" },
  { kind: "halted", ticker: "BABA", lastDate: "2025-11-11" },
  { kind: "no-data-yet", ticker: "BABA" },
  { kind: "rate-limited", provider: "yahoo", until: NOW + 20_000 },
  { kind: "rate-limited", provider: null, until: NOW + 20_000 },
  { kind: "source-broken", provider: "yahoo", reason: "html" },
  { kind: "source-down", provider: "yahoo", status: 503 },
  { kind: "source-down", provider: "yahoo", status: 0 },
  { kind: "key-refused", provider: "tiingo" },
  { kind: "not-entitled", provider: "massive", ticker: "BABA" },
  { kind: "not-served", provider: "cboe", ticker: "BABA" },
  { kind: "no-permission", provider: "yahoo" },
  { kind: "private-window" },
  { kind: "list-full" },
  { kind: "aborted" },
  { kind: "no-answer" },
  { kind: "extension-updated" },
];

const locales = new URL("../../../src/locales/", import.meta.url);
const LANGUAGES = readdirSync(locales).map((file) => file.replace(".json", ""));

function wordingOf(language: string) {
  const texts: Record<string, string> = JSON.parse(readFileSync(new URL(`${language}.json`, locales), "utf8"));
  return { text: createTextOf((key) => texts[key] ?? ""), format: createFormat(language) };
}

describe.each(LANGUAGES)("failure sentences in %s", (language) => {
  it("are distinct, complete and leave no placeholder", () => {
    const sentences = FAILURES.map((failure) => failureText(failure, wordingOf(language), NOW));
    for (const sentence of sentences) expect(sentence).not.toMatch(/[{}]|^failure_|undefined/);
    expect(new Set(sentences).size).toBe(FAILURES.length);
  });
});

describe("failure sentences", () => {
  it("count the seconds left to wait, never below one", () => {
    const failure: Failure = { kind: "rate-limited", provider: "yahoo", until: NOW + 20_000 };
    expect(failureText(failure, wordingOf("en"), NOW)).toBe("Yahoo Finance asks us to wait 20 s.");
    expect(failureText(failure, wordingOf("en"), NOW + 60_000)).toBe("Yahoo Finance asks us to wait 1 s.");
  });
  it("never print what a provider wrote", () => {
    const failure: Failure = { kind: "source-broken", provider: "yahoo", reason: "<b>key=123</b>" };
    expect(failureText(failure, wordingOf("en"), NOW)).not.toContain("123");
  });
  it.each([
    ["no-answer", "retry"],
    ["no-consent", "consent"],
    ["extension-updated", null],
  ] as const)("offer for %s: %s", (kind, remedy) => {
    expect(remedyFor({ kind })).toBe(remedy);
  });
});
