import { once } from "../../once";
import { fold } from "../names/name-keys";
import fieldText from "./field-words.txt?raw";
import meaningsText from "./other-meanings.txt?raw";
import { lines } from "./word-lists";

/** Words that give a name another meaning; some may have endings (`elections`). */
interface Words {
  readonly whole: ReadonlySet<string>;
  readonly beginnings: readonly string[];
}

const field = once(() => wordsIn(lines(fieldText).join(" ")));
const meanings = once(
  () =>
    new Map(
      lines(meaningsText).map((line): [string, { readonly after: Words; readonly before: Words }] => {
        const [key = "", words = ""] = line.split(": ");
        const [after = "", before = ""] = words.split("|");
        return [fold(key), { after: wordsIn(after), before: wordsIn(before) }];
      }),
    ),
);

/**
 * Whether a word, folded as a key, says that the name before it belongs to another field than the market (`river`,
 * `syndrome`).
 */
export function isFieldWord(key: string): boolean {
  return holds(field(), key);
}

/**
 * Whether a name means something else right before or after these words: `Amazon rainforest`, `the Oracle of Omaha`.
 * Keys, those after it in their order; "" for no word.
 */
export function meansOtherwise(name: string, before: () => string, words: () => readonly string[]): boolean {
  const meaning = meanings().get(name);
  if (meaning === undefined) return false;
  const [after = "", next = ""] = words();
  return holds(meaning.after, after) || holds(meaning.after, `${after}_${next}`) || holds(meaning.before, before());
}

function holds({ whole, beginnings }: Words, key: string): boolean {
  return key !== "" && (whole.has(key) || beginnings.some((beginning) => key.startsWith(beginning)));
}

function wordsIn(text: string): Words {
  const words = text.split(" ").filter((word) => word !== "");
  return {
    whole: new Set(words.filter((word) => !word.endsWith("*"))),
    beginnings: words.filter((word) => word.endsWith("*")).map((word) => word.slice(0, -1)),
  };
}
