import { describe, expect, it } from "vitest";
import { writtenManifest } from "../../../build.mjs";
import curatedSites from "../../../src/domain/curated-sites.json";

interface Manifest extends Record<string, unknown> {
  readonly permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly content_scripts: readonly { readonly matches: readonly string[] }[];
  readonly content_security_policy: { readonly extension_pages: string };
}

/** The hosts that closes and directories come from: the only ones the extension ever asks. */
const PROVIDER_HOSTS = [
  "api.massive.com",
  "api.twelvedata.com",
  "api.tiingo.com",
  "finnhub.io",
  "www.alphavantage.co",
  "query1.finance.yahoo.com",
  "cdn.cboe.com",
  "cdn-api.cboe.com",
  "api.nasdaq.com",
  "fred.stlouisfed.org",
  "www.sec.gov",
  "www.nasdaqtrader.com",
];

const SHARED_KEYS = [
  "action",
  "commands",
  "content_scripts",
  "content_security_policy",
  "default_locale",
  "description",
  "host_permissions",
  "icons",
  "manifest_version",
  "name",
  "optional_host_permissions",
  "options_ui",
  "permissions",
  "version",
];

describe.each(["chromium", "firefox"])("the %s manifest", async (target) => {
  const manifest = (await writtenManifest(target)) as Manifest;
  const curated = curatedSites.map((host) => `https://${host}/*`);

  it("asks at install for what the README explains and nothing else", () => {
    expect(manifest.permissions).toEqual(["storage", "alarms", "scripting", "activeTab", "contextMenus"]);
    expect(manifest.host_permissions).toEqual([...PROVIDER_HOSTS.map((host) => `https://${host}/*`), ...curated]);
    expect(manifest.optional_host_permissions).toEqual(["https://*/*", "http://*/*"]);
  });

  it("runs in the curated sites only", () => {
    expect(manifest.content_scripts.map(({ matches }) => matches)).toEqual([curated]);
  });

  it("opens no door to pages or other extensions", () => {
    for (const door of ["web_accessible_resources", "externally_connectable", "optional_permissions"]) {
      expect(manifest).not.toHaveProperty(door);
    }
  });

  it("holds its own pages to their own files and the providers' hosts", () => {
    expect(manifest.content_security_policy.extension_pages.split("; ")).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      `connect-src 'self' ${PROVIDER_HOSTS.map((host) => `https://${host}`).join(" ")}`,
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
  });

  it("leaves no mark of the other target behind", () => {
    expect(JSON.stringify(manifest)).not.toContain("{{");
  });
});

describe("what the two manifests do not share", () => {
  it("is the background, the frames that inherit an origin, and the versions", async () => {
    const [chromium, firefox] = await Promise.all(["chromium", "firefox"].map((target) => writtenManifest(target)));
    expect(Object.keys(chromium).sort()).toEqual([...SHARED_KEYS, "background", "minimum_chrome_version"].sort());
    expect(Object.keys(firefox).sort()).toEqual([...SHARED_KEYS, "background", "browser_specific_settings"].sort());
    expect(chromium.background).toEqual({ service_worker: "background.js" });
    expect(firefox.background).toEqual({ scripts: ["background.js"] });
    expect(chromium.minimum_chrome_version).toBe("128");
    expect(firefox.browser_specific_settings).toEqual({
      gecko: {
        id: "sidequote@sidequote.app",
        strict_min_version: "153.0",
        data_collection_permissions: { required: ["websiteContent", "searchTerms"] },
      },
      gecko_android: { strict_min_version: "153.0" },
    });
  });
});
