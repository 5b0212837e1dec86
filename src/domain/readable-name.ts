import { isLegalForm } from "./detection/names/legal-forms";

/** Legal forms that are also words of names, unless they are written in capitals. */
const WORDS_TOO = new Set(["as", "se", "sa", "ab", "ag", "nv", "bv", "kg", "cv", "asa", "lp"]);

/** A company's name as the press writes it: "Samsung Electronics" of "Samsung Electronics Co., Ltd.". */
export function readableName(name: string): string {
  const words = name
    .replace(/\((?:the|publ)\)/gi, " ")
    .trim()
    .split(/\s+/);
  const bare = words.join(" ");
  while (words.length > 1 && endsName(words.at(-1) ?? "")) words.pop();
  // "Eli Lilly and Company", "Deere & Company".
  while (words.length > 1 && /^(?:and|&)$/i.test(words.at(-1) ?? "")) words.pop();
  if (words.length > 2 && /^holdings?$/i.test(words.at(-1) ?? "") && /^group$/i.test(words.at(-2) ?? "")) words.pop();
  const kept = /^.*[^,;]/s.exec(words.join(" "))?.[0] ?? "";
  return /^the\s/i.test(kept) && kept !== bare ? kept.replace(/^the\s+/i, "") : kept;
}

function endsName(word: string): boolean {
  const letters = word.replace(/[.,]/g, "");
  const key = letters.toLowerCase();
  if (!isLegalForm(key)) return false;
  return !WORDS_TOO.has(key) || letters === letters.toUpperCase() || word.includes(".");
}
