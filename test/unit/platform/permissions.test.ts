import { describe, expect, it } from "vitest";
import { standInForBrowser } from "../../fakes/browser-api";

/** What a browser grants: hosts with all their ports, written without one. */
let granted: readonly string[] = [];
/** As Firefox has it, where a pattern with a port matches no host that is granted. */
const permissions = {
  contains: async ({ origins }: { origins: string[] }) => origins.every((origin) => granted.includes(origin)),
};
standInForBrowser({ runtime: { id: "sidequote" }, permissions });
const { mayRead } = await import("../../../src/platform/permissions");

describe("a page may be read", () => {
  it.each([
    ["https://example.org/story", ["https://example.org/*"], true],
    ["https://example.org:8443/story", ["https://example.org/*"], true],
    ["https://example.org:8443/story", ["https://example.net/*"], false],
    ["http://example.org/story", ["https://example.org/*"], false],
  ])("%s with %j: %s", async (address, origins, may) => {
    granted = origins;
    expect(await mayRead(address)).toBe(may);
  });
});
