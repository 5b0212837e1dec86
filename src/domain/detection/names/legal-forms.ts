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
