import { once } from "../../once";
import type { Ticker } from "../../ticker";
import namesakesText from "./namesakes.txt?raw";
import { lines } from "./word-lists";

/** One of the companies that a word can mean, and where it is at home: a ticker's suffix with its dot, or `US`. */
export interface Namesake {
  readonly home: string;
  readonly ticker: Ticker;
  readonly name: string;
}

const namesakes = once(() => {
  const byKey = new Map<string, Namesake[]>();
  for (const line of lines(namesakesText)) {
    if (line.startsWith("at ")) continue;
    const [, home = "", ticker = "", key = "", name = ""] = /^(\S+) (\S+) ([^:]+): (.+)$/.exec(line) ?? [];
    byKey.set(key, [...(byKey.get(key) ?? []), { home, ticker, name }]);
  }
  return byKey;
});

const words = once(
  () =>
    new Map(
      lines(namesakesText).flatMap((line) => {
        const [, home, near] = /^at (\S+): (.+)$/.exec(line) ?? [];
        return home === undefined || near === undefined ? [] : [[home, new Set(near.split(" "))] as const];
      }),
    ),
);

/** Whether a word, given as a key, says of a company near it that it is the one of this home. */
export function tellsHome(key: string, home: string): boolean {
  return words().get(home)?.has(key) ?? false;
}

/** The companies that a word, given as a key, means on pages about the markets of their homes. */
export function namesakesOf(key: string): readonly Namesake[] {
  return namesakes().get(key) ?? [];
}
