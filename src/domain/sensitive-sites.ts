import hosts from "./sensitive-hosts.json";

/** Well-known hosts by what their readers do there; each stands for its subdomains too. */
const KNOWN: ReadonlySet<string> = new Set(Object.values(hosts).flat());

/** Zones that hold nothing else: the banks' own top-level domain, and the British health service. */
const WHOLE_ZONES: ReadonlySet<string> = new Set(["bank", "nhs.uk"]);

/**
 * Labels under which sites keep mail, sign-in, payment and portals, whoever they are.
 * Whole labels only: `mail.example.com` is mail, `dailymail.co.uk` a newspaper.
 */
const LABEL = new RegExp(
  `^(?:${[
    "(?:web|e-?|my|mx|i)?mail\\d*|roundcube|owa|exchange-mail|posta",
    "(?:e-?|i|my|net|m|online|phone)?bank(?:ing)?|banca(?:online|movil)?|banque|konto|depot|brokerage",
    "pay|payments?|checkout|wallet|billing|secure-?pay(?:ments?)?",
    "log-?in|sign-?in|auth|sso|idp|accounts?|my-?account|identity|passport",
    "my-?chart|patients?|my-?health|e-?tax",
  ].join("|")})$`,
);

/** Words that name a portal wherever they stand in a label (`meinonlinebanking`, `patientportal2`). */
const WITHIN_LABEL =
  /online-?bank(?:ing)?|e-banking|ebanking|net-?banking|internet-?banking|home-?banking|mobile-?banking|web-?mail|patient-?portal|mychart|efiling|e-filing/;

/**
 * Whether `host` (lower or upper case, no port) serves mail, banking, broker accounts, payment, patients and
 * their insurers, tax, or sign-in to government: Sidequote stays off there even where it is on for all sites.
 * Publishers are none of these, whatever they write about: `bankrate.com` and `healthline.com` are read, not logged in to.
 */
export function isSensitiveHost(host: string): boolean {
  const labels = host.toLowerCase().replace(/\.$/, "").split(".");
  if (labels.some((_, index) => isKnown(labels.slice(index).join(".")))) return true;
  return labels.slice(0, -1).some((label) => LABEL.test(label) || WITHIN_LABEL.test(label));
}

function isKnown(zone: string): boolean {
  return KNOWN.has(zone) || WHOLE_ZONES.has(zone);
}
