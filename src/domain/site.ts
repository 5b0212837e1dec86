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

/** Longest name of a host, characters. */
const LONGEST_HOST = 253;

/**
 * Whether a text is a site in the form settings keep. Every page of the web has such a site: also `localhost`, an
 * address in numbers and `my_blog.example.com`.
 */
export function isSite(text: string): boolean {
  const isHost = /^(?:[a-z0-9_.-]+|\[[0-9a-f:.]+\])$/.test(text) && text.length <= LONGEST_HOST;
  return isHost && siteOfAddress(`https://${text}`) === text;
}

/** The site a reader typed (`https://www.example.com/page`, `example.com`), or null when it names none. */
export function siteFromInput(text: string): string | null {
  const trimmed = text.trim();
  const site = siteOfAddress(/^https?:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`);
  // A word without a dot is more likely a name than a host.
  return site?.includes(".") && isSite(site) ? site : null;
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
