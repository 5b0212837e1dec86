import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

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

describe("what leaves the browser", () => {
  const named = (pattern: RegExp) => files.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

  it("is fetched by one module, which asks for consent, permission and the cap; another reads our own package", () => {
    expect(named(/\bcreateFetchText\b/)).toEqual(["background/outgoing.ts", "providers/fetch-text.ts"]);
    expect(named(/(?<![.\w])fetch\(/)).toEqual([
      "background/entry.ts",
      "platform/packaged-text.ts",
      "providers/fetch-text.ts",
    ]);
    const entry = files.find(({ file }) => file === "background/entry.ts")?.text ?? "";
    expect(entry.match(/(?<![.\w])fetch\(/g)).toHaveLength(1);
    expect(entry).toMatch(/createOutgoing\(\{\s*fetch: \(input, init\) => fetch\(input, init\)/);
  });

  it.each([
    "XMLHttpRequest",
    "WebSocket",
    "EventSource",
    "sendBeacon",
    "WebTransport",
    "RTCPeerConnection",
    "importScripts",
  ])("leaves by no %s", (way) => {
    expect(named(new RegExp(`\\b${way}\\b`))).toEqual([]);
  });
});
