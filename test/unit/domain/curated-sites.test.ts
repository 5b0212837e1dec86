import { describe, expect, it } from "vitest";
import sites from "../../../src/domain/curated-sites.json";
import { isSensitiveHost } from "../../../src/domain/sensitive-sites";

describe("the curated sites", () => {
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
