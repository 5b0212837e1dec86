import { once } from "../../once";
import companyText from "./company-words.txt?raw";
import { lines } from "./word-lists";

const after = once(() => wordsOf("after"));
const before = once(() => wordsOf("before"));

/** Whether a word right after a name (its key) says what companies do (`said`, `sells`). */
export function isDoneByCompanies(key: string): boolean {
  return after().has(key);
}

/** Whether a word right before a name, as a key, says that it is a company (`chipmaker`, `Konzern`). */
export function isKindOfCompany(key: string): boolean {
  return before().has(key);
}

function wordsOf(kind: string): ReadonlySet<string> {
  const own = lines(companyText).filter((line) => line.startsWith(`${kind}: `));
  return new Set(own.flatMap((line) => line.slice(kind.length + 2).split(" ")));
}
