import { describe, expect, it } from "vitest";
import { isCovered, isSite, patternsOf, siteFromInput, siteOfAddress, siteOfPattern } from "../../../src/domain/site";

describe("the site a reader typed", () => {
  it.each([
    ["example.com", "example.com"],
    ["  https://www.Example.com/page?x=1#y ", "example.com"],
    ["http://news.example.co.uk:8080/", "news.example.co.uk"],
    ["münchen.de", "xn--mnchen-3ya.de"],
    ["my_blog.example.com", "my_blog.example.com"],
  ])("%j is %s", (text, site) => {
    expect(siteFromInput(text)).toBe(site);
  });

  it.each([
    "",
    "example",
    "exa mple.com",
    "javascript:alert(1)",
    "*",
    "https://*/*",
    "<all_urls>",
    "file:///etc/passwd",
  ])("%j is none", (text) => {
    expect(siteFromInput(text)).toBeNull();
  });
});

it("a host that settings cannot keep is not taken for a site", () => {
  expect(siteFromInput("a!b.example.com")).toBeNull();
});

describe("the site of any page", () => {
  it.each([
    "http://localhost:3000/",
    "http://intranet/wiki",
    "https://my_blog.example.com/",
    "http://192.168.0.1/",
    "http://[::1]/",
  ])("%s can be kept", (address) => {
    expect(isSite(siteOfAddress(address) ?? "")).toBe(true);
  });

  it.each(["", "*", "example.com/", "example.com:80", "Example.com", "www.example.com", "a b", "a".repeat(254)])(
    "%j is none",
    (text) => {
      expect(isSite(text)).toBe(false);
    },
  );
});

describe("a site in the list", () => {
  it.each([
    ["www.example.com", true],
    ["news.example.com", true],
    ["EXAMPLE.com.", true],
    ["badexample.com", false],
    ["example.com.evil.org", false],
  ])("covers %s: %s", (host, covered) => {
    expect(isCovered(host, ["example.com"])).toBe(covered);
  });
});

describe("the site of an address", () => {
  it.each([
    ["https://www.Example.com/a", "example.com"],
    ["blob:https://mail.example.com/1f2e", "mail.example.com"],
    ["blob:null/1f2e", null],
    ["blob:blob:https://example.com/1", null],
    ["about:blank", null],
    ["data:text/html,https://example.com", null],
    ["file:///home", null],
    [undefined, null],
  ])("%s is %s", (address, site) => {
    expect(siteOfAddress(address)).toBe(site);
  });
});

describe("addresses and patterns", () => {
  it.each([
    ["https://www.reuters.com/markets", "reuters.com"],
    ["chrome://extensions/", null],
    ["about:srcdoc", null],
    [undefined, null],
  ])("%s belongs to %s", (address, site) => {
    expect(siteOfAddress(address)).toBe(site);
  });

  it.each([
    ["https://*/*", "*"],
    ["<all_urls>", "*"],
    ["http://*.example.org/*", "example.org"],
    ["https://www.example.org/*", "example.org"],
    ["file:///*", null],
  ])("the pattern %s grants %s", (pattern, site) => {
    expect(siteOfPattern(pattern)).toBe(site);
  });

  it("asks for a site so that its own pattern names it again", () => {
    expect(patternsOf("example.org").map(siteOfPattern)).toEqual(["example.org", "example.org"]);
  });
});
