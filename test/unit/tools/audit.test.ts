import { describe, expect, it } from "vitest";
import { readAudit } from "../../../tools/audit.mjs";

const metadata = { vulnerabilities: { total: 0 } };
const cause = { title: "Prototype pollution", url: "" };

describe("an audit", () => {
  it("that found nothing has no advisories", () => {
    expect(readAudit(JSON.stringify({ vulnerabilities: {}, metadata }))).toEqual({ advisories: [] });
  });

  it("names the package, the fault and how bad it is", () => {
    const vulnerabilities = {
      preact: { name: "preact", severity: "high", via: [cause] },
      other: { name: "other", severity: "low", via: ["preact"] },
    };
    expect(readAudit(JSON.stringify({ vulnerabilities, metadata }))).toEqual({
      advisories: ["preact: Prototype pollution (high)", "other: through preact (low)"],
    });
  });

  it.each([
    ["refuses", JSON.stringify({ message: "405 Method Not Allowed", method: "POST", statusCode: 405, body: "" })],
    ["cannot be reached", JSON.stringify({ error: { code: "ENOTFOUND", summary: "", detail: "" } })],
    ["answers with a page", "<!doctype html>"],
    ["never answers", ""],
  ])("was not done when the registry %s", (_, output) => {
    expect(readAudit(output)).toBeNull();
  });
});
