/**
 * Endings of the forms in which reports tell what a share did, by the class of the verb: present, past tenses,
 * infinitive, gerund, participle. Conditionals and futures are left out, as they tell what may happen.
 */
const ENDINGS = {
  "es-ar": "a|an|ó|aron|aba|aban|ar|arse|ando|ado|ada|ados|adas",
  "es-er": "e|en|ió|ieron|ía|ían|er|erse|iendo|ido|ida",
  "es-ir": "e|en|ió|ieron|ía|ían|ir|irse|iendo|ido|ida",
  "pt-ar": "a|am|ou|aram|ava|avam|ara|ar|ando|ado|ada|ados|adas",
  "pt-er": "e|em|eu|eram|ia|iam|era|er|endo|ido|ida",
  "pt-ir": "e|em|iu|iram|ia|iam|ir|indo|ido|ida",
  "fr-er": "e|ent|é|ée|és|ées|ait|aient|a|èrent|ant|er",
  "fr-ir": "it|issent|i|ie|issait|issaient|issant|ir",
  "it-are": "a|ano|ò|arono|ava|avano|are|ando|ato|ata|ati",
  "it-ere": "e|ono|é|eva|evano|ere|endo|uto|uta|uti",
  "it-ire": "e|ono|ì|irono|iva|ivano|ire|endo|ito|ita|iti",
} as const;

/** The forms of regular verbs of one class; `stems` and the answer are phrases with `|` between. */
export function formsOf(verbs: keyof typeof ENDINGS, stems: string): string {
  const endings = ENDINGS[verbs].split("|");
  return stems
    .split("|")
    .flatMap((stem) => endings.map((ending) => stem + ending))
    .join("|");
}
