import { describe, expect, it } from "vitest";
import curated from "../../../src/domain/curated-sites.json";
import offered from "../../../src/domain/offered-sites.json";
import { isSensitiveHost } from "../../../src/domain/sensitive-sites";

const LISTS: readonly (readonly [string, readonly string[]])[] = [
  ["on from the start", curated],
  ["offered on the welcome page", offered],
];

describe.each(LISTS)("the sites %s", (_, sites) => {
  it("are plain hosts: lower case, with a dot, without scheme, port, path or wildcard", () => {
    expect(sites.filter((host) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/.test(host))).toEqual([]);
  });
  it("are named once each", () => {
    expect(sites.filter((host, index) => sites.indexOf(host) !== index)).toEqual([]);
  });
  it("are enough to be useful right after install", () => {
    expect(sites.length).toBeGreaterThanOrEqual(60);
  });
  it("hold no mail, bank, broker, payment, patient or government host", () => {
    expect(sites.filter(isSensitiveHost)).toEqual([]);
  });
});

describe("the two lists", () => {
  it("share no host", () => {
    expect(curated.filter((host) => offered.includes(host))).toEqual([]);
  });

  it("keep general, technology and entertainment news out of what is required at install", () => {
    const general = [
      "www.nytimes.com",
      "www.bbc.com",
      "www.lemonde.fr",
      "www.engadget.com",
      "variety.com",
      "www.asahi.com",
    ];
    expect(general.filter((host) => curated.includes(host))).toEqual([]);
    expect(general.filter((host) => !offered.includes(host))).toEqual([]);
  });
});
