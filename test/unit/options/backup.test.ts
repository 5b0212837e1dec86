import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyPatch, DEFAULT_SETTINGS } from "../../../src/domain/settings";
import { MOST_CHARACTERS, readBackup, writeBackup } from "../../../src/options/backup";

const WATCHLIST = [{ ticker: "BABA", name: "Alibaba" }];
const backup = (changes: object) =>
  JSON.stringify({ format: "sidequote-backup", version: 1, settings: {}, watchlist: [], ...changes });

describe("a backup", () => {
  it("reads back what it wrote", () => {
    const settings = applyPatch(DEFAULT_SETTINGS, { look: { theme: "dark" }, sites: { off: ["example.org"] } });
    const read = readBackup(writeBackup(settings, WATCHLIST, { tiingo: "K" }));
    const { version: _, ...fields } = settings;
    expect(read).toEqual({ backup: { settings: fields, watchlist: WATCHLIST, keys: { tiingo: "K" } } });
  });

  it("holds no word of keys when there are none to write", () => {
    expect(writeBackup(DEFAULT_SETTINGS, WATCHLIST, {})).not.toContain("keys");
  });

  it.each<[string, string, object]>([
    ["larger than any backup", " ".repeat(MOST_CHARACTERS + 1), { reason: "too-large" }],
    ["cut off", backup({}).slice(0, 20), { reason: "not-json" }],
    ["a list", "[]", { reason: "foreign" }],
    ["another program's", '{"format":"x"}', { reason: "foreign" }],
    ["of a version to come", backup({ version: 2 }), { reason: "newer" }],
    ["with a field of its own", backup({ extra: 1 }), { reason: "field", field: "extra" }],
    [
      "with an unknown setting",
      backup({ settings: { look: { colour: 1 } } }),
      { reason: "field", field: "settings.look" },
    ],
    ["with an unknown section", backup({ settings: { fun: {} } }), { reason: "field", field: "settings" }],
    [
      "with a setting out of range",
      backup({ settings: { trigger: { dwellMs: 1 } } }),
      { reason: "field", field: "settings.trigger.dwellMs" },
    ],
    [
      "with a ticker that is none",
      backup({ watchlist: [{ ticker: "a b", name: "" }] }),
      { reason: "field", field: "watchlist.0.ticker" },
    ],
    [
      "with too many listings",
      backup({ watchlist: Array(201).fill({ ticker: "A", name: "" }) }),
      { reason: "field", field: "watchlist" },
    ],
    ["with a key for a source without", backup({ keys: { yahoo: "K" } }), { reason: "field", field: "keys.yahoo" }],
    [
      "with a prototype",
      backup({}).replace('"settings":{', '"settings":{"__proto__":{"badge":false}'),
      { reason: "field", field: "__proto__" },
    ],
    [
      "with a prototype in disguise",
      backup({}).replace('"settings":{', '"settings":{"\\u005f_proto__":{}'),
      { reason: "field", field: "__proto__" },
    ],
  ])("is refused when it is %s", (_, text, refusal) => {
    expect(readBackup(text)).toEqual({ refusal });
  });

  it("is judged without throwing, whatever it holds", () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(Object.keys(readBackup(text))).toHaveLength(1);
        expect(Object.keys(readBackup(backup({ settings: JSON.parse(text) })))).toHaveLength(1);
      }),
      { numRuns: 1000 },
    );
  });
});
