/** A host name in the form settings keep: lower case, no trailing dot, no leading `www.`. */
export function siteOf(host: string): string {
  return host
    .toLowerCase()
    .replace(/\.$/, "")
    .replace(/^www\./, "");
}

/** The site of an http(s) address, or of the page that made a `blob:` one; null for anything else. */
export function siteOfAddress(address: string | undefined): string | null {
  if (!address || !URL.canParse(address)) return null;
  const { protocol, hostname, pathname } = new URL(address);
  if (protocol === "blob:") return pathname.startsWith("http") ? siteOfAddress(pathname) : null;
  return protocol === "https:" || protocol === "http:" ? siteOf(hostname) || null : null;
}

/** Whether `host` is one of the sites or a subdomain of one. */
export function isCovered(host: string, sites: readonly string[]): boolean {
  const site = siteOf(host);
  return sites.some((entry) => site === entry || site.endsWith(`.${entry}`));
}

/** The site a reader typed (`https://www.example.com/page`, `example.com`), or null when it names none. */
export function siteFromInput(text: string): string | null {
  const trimmed = text.trim();
  const site = siteOfAddress(/^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  return site && /^(?:[a-z0-9-]+\.)+[a-z0-9-]+$/.test(site) ? site : null;
}

/** The match patterns a permission request for the site needs: the site and all below it. */
export function patternsOf(site: string): readonly string[] {
  return [`https://*.${site}/*`, `http://*.${site}/*`];
}

/** The site a match pattern grants, `"*"` when it grants all; null for patterns of another form. */
export function siteOfPattern(pattern: string): string | null {
  const [, host] = /^(?:https?|\*):\/\/([^/]+)\//.exec(pattern) ?? [];
  if (pattern === "<all_urls>" || host === "*") return "*";
  return host ? siteOf(host.replace(/^\*\./, "")) : null;
}
