/** Words that only say what kind of legal person a company is, in the languages of the large markets; as keys. */
const LEGAL_FORMS = new Set(
  (
    "inc incorporated corp corporation co company companies cos ltd limited llc lllp lp llp plc ag se sa nv bv kgaa gmbh kg spa " +
    "ab asa as oyj oy aps publ kk bhd tbk pjsc pao jsc ojsc sab sarl sas sca scpa saa cv pcl pte pty aktiengesellschaft societe anonyme"
  ).split(" "),
);

/** Whether a word of a name, as a key, only says what kind of legal person a company is. */
export function isLegalForm(key: string | undefined): boolean {
  return key !== undefined && LEGAL_FORMS.has(key);
}

/** Forms that registers and the press write in two ways or for each other. */
const SAME: Readonly<Record<string, string>> = {
  incorporated: "inc",
  corp: "inc",
  corporation: "inc",
  company: "inc",
  companies: "inc",
  co: "inc",
  cos: "inc",
  limited: "ltd",
  plc: "ltd",
  aktiengesellschaft: "ag",
  kgaa: "ag",
  se: "ag",
};

/** One spelling of forms that stand for each other, of a key that is a legal form. */
export function legalForm(key: string): string {
  return SAME[key] ?? key;
}

/** Whether a legal form, as a key, is one that no listed company has. */
export function isPartnership(key: string | undefined): boolean {
  return key === "llp" || key === "lllp";
}
