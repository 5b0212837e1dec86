import { describe, expect, it } from "vitest";
import curatedSites from "../../../src/domain/curated-sites.json";

describe("the curated sites", () => {
  it("are host names, without scheme, path or wildcard", () => {
    expect(curatedSites.filter((host) => !/^([a-z0-9-]+\.)+[a-z]{2,}$/.test(host))).toEqual([]);
  });

  it("are each named once", () => {
    expect(curatedSites).toHaveLength(new Set(curatedSites).size);
  });

  it("hold no mail, bank, broker's account or sign-in host", () => {
    expect(
      curatedSites.filter((host) => /(^|\.)(mail|login|account|accounts|secure|banking|bank)\./.test(host)),
    ).toEqual([]);
  });
});
