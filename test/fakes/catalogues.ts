import de from "../../src/locales/de.json";
import en from "../../src/locales/en.json";
import es from "../../src/locales/es.json";
import fr from "../../src/locales/fr.json";
import ja from "../../src/locales/ja.json";
import ko from "../../src/locales/ko.json";
import pt_BR from "../../src/locales/pt_BR.json";
import zh_CN from "../../src/locales/zh_CN.json";

const CATALOGUES: Readonly<Record<string, Readonly<Record<string, string>>>> = { de, en, es, fr, ja, ko, pt_BR, zh_CN };

/** The catalogues' languages. */
export const LANGUAGES = Object.keys(CATALOGUES);

/** The texts of one language. */
export function catalogueOf(language: string): Readonly<Record<string, string>> {
  return CATALOGUES[language] ?? {};
}
