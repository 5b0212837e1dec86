import hosts from "./sensitive-hosts.json";

/** Well-known hosts by what their readers do there; each stands for its subdomains too. */
const KNOWN: ReadonlySet<string> = new Set(Object.values(hosts).flat());

/**
 * Domains under which there is nothing else: the banks' own top-level domains, those of single banks, and the British
 * health service.
 */
const WHOLE_ZONES: ReadonlySet<string> = new Set(
  "bank bank.in insurance barclays bbva bnpparibas citi hsbc sbi dbs cba anz ubs lamer nhs.uk nhs.scot hse.ie".split(
    " ",
  ),
);

/** Central and development banks publish statistics, and nobody has an account there. */
const PUBLISHERS: ReadonlySet<string> = new Set(
  (
    "worldbank.org ecb.europa.eu bundesbank.de banque-france.fr bankofengland.co.uk bankofcanada.ca bancaditalia.it bde.es " +
    "bportugal.pt nbb.be nationalbanken.dk riksbank.se norges-bank.no bankofgreece.gr centralbank.ie adb.org afdb.org " +
    "bankofjapan.or.jp bcb.gov.br banrep.gov.co bcra.gob.ar banxico.org.mx bankofkorea.or.kr resbank.co.za"
  ).split(" "),
);

/**
 * Labels before a site's name for its mail, sign-in, payment, health records and portals, whatever the site is. Only
 * whole labels count: `mail.example.com` is mail, `dailymail.co.uk` a newspaper.
 */
const SUBDOMAIN: readonly RegExp[] = [
  // Mail, by its names in the languages whose hosts we know.
  /^(?:web|e-?|my|mx|i|secure|cloud)?mail(?:er|box|host)?\d*$/,
  /^(?:mail-?(?:web|in|app)|correo|posta|poczta|pochta|posti|postino|courriel|messagerie|mejl|sahkoposti|imap|owa|exchange-mail)$/,
  /^(?:outlook|roundcube|squirrelmail|horde|zimbra|rainloop|groupware|pec)$/,
  // Banks and brokers.
  /^(?:e-?|i|my|net|m|online|phone|mobile|web|secure|smart|o)?bank(?:ing)?\d*$/,
  /^(?:banca(?:online|movil|virtual|net|digital)?|banque|banka|brokerage|depot)$/,
  // Payment.
  /^(?:pay|payments?|checkout|wallet|billing|paiement|pagos|pagamenti|pagamentos|zahlung)$/,
  /^secure(?:\d*|-?pay|-?payments?)$/,
  // Sign-in, and what lies behind it.
  /^(?:log-?in|log-?on|sign-?in|auth|authn|oauth|sso|idp|cas|accounts?|my-?account|identity|identite|passport|id|connexion)$/,
  /^(?:anmelden|logowanie|konto|mein-?konto|mon-?compte|compte|cuenta|mi-?cuenta|minha-?conta|kunden?(?:-?(?:bereich|portal|login))?)$/,
  /^(?:espace-?(?:client|perso|personnel|sante)|area-?(?:clienti?|clientes|riservata|personal|privada)|mijn|min-?sid[ae]|mina-?sidor|oma)$/,
  /^(?:sede|oficina-?virtual|clients?-?(?:area|portal)|customer-?portal|member-?portal)$/,
  // Patients and insured people; tax.
  /^(?:my-?chart|patients?|patienten|my-?health|health-?record|meine-?gesundheit|ma-?sante|mutuelle|e-?tax|e-?file|efiling)$/,
];

/** Names of such sites under any top-level domain. */
const NAME = /^(?:(?:web|e-?|my|free)?mail|(?:e-?|net|online)?banking|my-?chart|roundcube)$/;

/**
 * Words that mean a portal or a bank anywhere in a label (`meinonlinebanking`, `patientportal2`, `kreissparkasse-x`).
 */
const WITHIN_LABEL = new RegExp(
  [
    "(?:online|net|internet|home|mobile|tele|phone)-?bank(?:ing)?|web-?banking|(?:^|-|my|mein)e-?bank(?:ing)?(?:$|-)",
    "banca-?(?:online|en-linea|electronica)|web-?mail|mail-?login|secure-?(?:login|mail)|patient(?:en)?-?portal|mychart|e-?filing",
    "sparkasse(?:$|[^n])|volksbank|raiffeisen|kantonalbank|creditmutuel|credit-?agricole|credit-?union|caisse-?epargne|cajarural",
    "krankenkasse|krankenversicherung|assurance-?maladie|ziekenfonds|health-?insurance",
  ].join("|"),
);

/**
 * How banks call themselves: `swedbank`, `bancosantander`,
 * `bankofx`; not `bankrate`, `bankingdive` or `americanbanker`.
 */
const BANK = /^(?:bank-?of-?|banco-?|banque-?)[a-z]|(?:bank|banque|banken|banka|bankas)$|[a-z]fcu$/;

/** Words and places that end like the name of a bank. */
const NOT_BANKS: ReadonlySet<string> = new Set(
  (
    "riverbank burbank foodbank databank bloodbank powerbank sandbank fairbank southbank westbank leftbank piggybank " +
    "jobbank imagebank memorybank wordbank soundbank brainbank seedbank worldbank"
  ).split(" "),
);

/** Second-level domains under which countries sell names. */
const SHARED_ZONES: ReadonlySet<string> = new Set("com co net org gov gob gouv edu ac or ne go gen web nom".split(" "));

/**
 * Whether `host` (lower or upper case, no port) serves mail, banking, broker accounts, payment, patients and
 * their insurers, tax, or sign-in to government: Sidequote stays off there even where it is on for all sites.
 * Publishers are none of these, whatever they write about:
 * `bankrate.com` and `healthline.com` are read, not logged in to.
 */
export function isSensitiveHost(host: string): boolean {
  const labels = host.toLowerCase().replace(/\.$/, "").split(".");
  const zones = labels.map((_, index) => labels.slice(index).join("."));
  if (zones.some((zone) => KNOWN.has(zone) || WHOLE_ZONES.has(zone))) return true;
  if (zones.some((zone) => PUBLISHERS.has(zone))) return false;
  const [beforeLast = "", last = ""] = labels.slice(-2);
  const isShared = labels.length > 2 && last.length === 2 && SHARED_ZONES.has(beforeLast);
  const own = labels.slice(0, isShared ? -2 : -1);
  const name = own.at(-1) ?? "";
  return own.slice(0, -1).some(isSensitiveSubdomain) || NAME.test(name) || isBank(name) || WITHIN_LABEL.test(name);
}

function isSensitiveSubdomain(label: string): boolean {
  return SUBDOMAIN.some((kind) => kind.test(label)) || WITHIN_LABEL.test(label) || isBank(label);
}

function isBank(label: string): boolean {
  return BANK.test(label) && !NOT_BANKS.has(label);
}

/** Programs for mail, banking and patients that stand in a folder of a site that is about something else. */
const FOLDER = new RegExp(
  "^/(?:webmail|roundcube(?:mail)?|squirrelmail|rainloop|snappymail|zimbra|horde|sogo|owa|" +
    "(?:online|net|internet|web|e)-?banking|my-?chart|patient(?:en)?-?portal)(?:$|/)",
  "i",
);

/** Whether an address leads into such a folder (`https://example.org/webmail/`); false for what is no address. */
export function isInSensitiveFolder(address: string): boolean {
  return URL.canParse(address) && FOLDER.test(new URL(address).pathname);
}
