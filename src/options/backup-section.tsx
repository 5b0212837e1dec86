import { useState } from "preact/hooks";
import { DEFAULT_SETTINGS, type Settings } from "../domain/settings";
import type { Ticker } from "../domain/ticker";
import type { ProviderId } from "../providers/catalogue";
import { type Backup, MOST_CHARACTERS, type Refusal, readBackup, writeBackup } from "./backup";
import { KEYED_PROVIDERS } from "./options-deps";
import type { SectionProps } from "./use-options";

type Keys = Backup["keys"];

/** What an import or a reset replaced, to be taken back. */
interface Before {
  readonly done: "imported" | "reset";
  readonly settings: Settings;
  readonly added: readonly Ticker[];
  readonly keys: Readonly<Partial<Record<ProviderId, string | null>>>;
}

type Step =
  | { readonly at: "rest" }
  | { readonly at: "refused"; readonly refusal: Refusal }
  | { readonly at: "preview"; readonly backup: Backup; readonly changed: number; readonly added: readonly Ticker[] }
  | { readonly at: "done"; readonly before: Before };

/** Export, import with a look at what it would change, reset; each import and reset can be taken back. */
export function BackupSection({ deps, options: { reload }, settings }: SectionProps) {
  const { text, ask } = deps;
  const [withKeys, setWithKeys] = useState(false);
  const [step, setStep] = useState<Step>({ at: "rest" });

  const watched = async () => {
    const reply = await ask("watchlist", {});
    return reply.ok ? reply.value : [];
  };
  const exportAll = async () =>
    deps.download("sidequote.json", writeBackup(settings, await watched(), withKeys ? await keptKeys(deps) : {}));

  const preview = async (file: File | undefined) => {
    if (!file) return;
    // The size is judged before a byte is read.
    const read = readBackup(file.size > MOST_CHARACTERS * 4 ? " ".repeat(MOST_CHARACTERS + 1) : await file.text());
    if ("refusal" in read) return setStep({ at: "refused", refusal: read.refusal });
    const { backup } = read;
    const known = new Set((await watched()).map(({ ticker }) => ticker));
    const added = backup.watchlist.map(({ ticker }) => ticker).filter((ticker) => !known.has(ticker));
    setStep({ at: "preview", backup, changed: countChanges(settings, backup), added });
  };

  const apply = async (backup: Backup, added: readonly Ticker[]) => {
    const before = { done: "imported", settings, added, keys: await replacedKeys(deps, backup.keys) } as const;
    await ask("change-settings", { patch: { ...backup.settings } });
    await ask("change-watchlist", {
      changes: backup.watchlist.map((listing) => ({ change: "add", listing }) as const),
    });
    for (const [id, key] of entriesOf(backup.keys)) await setKey(deps, id, key ?? "");
    await reload();
    setStep({ at: "done", before });
  };

  const reset = async () => {
    await ask("reset-settings", {});
    await reload();
    setStep({ at: "done", before: { done: "reset", settings, added: [], keys: {} } });
  };

  const undo = async ({ settings: { version: _, ...fields }, added, keys }: Before) => {
    await ask("change-settings", { patch: fields });
    await ask("change-watchlist", { changes: added.map((ticker) => ({ change: "remove", ticker }) as const) });
    for (const [id, key] of entriesOf(keys)) await setKey(deps, id, key ?? "");
    await reload();
    setStep({ at: "rest" });
  };

  return (
    <>
      <div class="fm-group">
        <label class="fm-choice">
          <input type="checkbox" checked={withKeys} onChange={(event) => setWithKeys(event.currentTarget.checked)} />
          <span>{text("options_exportKeys")}</span>
        </label>
        <div class="op-buttons">
          <button type="button" class="pg-button" onClick={() => void exportAll()}>
            {text("options_export")}
          </button>
          <label class="pg-button op-file">
            {text("options_import")}
            <input
              type="file"
              accept=".json,application/json"
              onChange={(event) => {
                const [file] = event.currentTarget.files ?? [];
                event.currentTarget.value = "";
                void preview(file);
              }}
            />
          </label>
        </div>
      </div>
      <div class="op-import" role="status">
        <StepView step={step} text={text} apply={apply} undo={undo} leave={() => setStep({ at: "rest" })} />
      </div>
      <div class="op-consent">
        <p>{text("options_resetNote")}</p>
        <button
          type="button"
          class="pg-button"
          data-kind="danger"
          disabled={countChanges(settings, { settings: DEFAULT_SETTINGS }) === 0}
          onClick={() => void reset()}
        >
          {text("options_reset")}
        </button>
      </div>
    </>
  );
}

function StepView({
  step,
  text,
  apply,
  undo,
  leave,
}: {
  step: Step;
  text: SectionProps["deps"]["text"];
  apply: (backup: Backup, added: readonly Ticker[]) => Promise<void>;
  undo: (before: Before) => Promise<void>;
  leave: () => void;
}) {
  switch (step.at) {
    case "rest":
      return null;
    case "refused":
      return <p class="op-refused">{refusalText(step.refusal, text)}</p>;
    case "preview":
      return (
        <div class="op-preview">
          <p>
            {text("options_importPreview", {
              settings: step.changed,
              added: step.added.length,
              keys: Object.keys(step.backup.keys).length,
            })}
          </p>
          {step.added.length > 0 && <p class="fm-note">{step.added.join(", ")}</p>}
          <div class="op-buttons">
            <button
              type="button"
              class="pg-button"
              data-kind="main"
              onClick={() => void apply(step.backup, step.added)}
            >
              {text("options_importApply")}
            </button>
            <button type="button" class="pg-button" onClick={leave}>
              {text("options_cancel")}
            </button>
          </div>
        </div>
      );
    case "done":
      return (
        <div class="op-preview op-done">
          <p>{text(step.before.done === "imported" ? "options_imported" : "options_resetDone")}</p>
          <button type="button" class="pg-button" data-kind="plain" onClick={() => void undo(step.before)}>
            {text("popup_undo")}
          </button>
        </div>
      );
  }
}

function refusalText(refusal: Refusal, text: SectionProps["deps"]["text"]): string {
  switch (refusal.reason) {
    case "too-large":
      return text("options_refusedSize");
    case "not-json":
      return text("options_refusedJson");
    case "foreign":
      return text("options_refusedForeign");
    case "newer":
      return text("options_refusedNewer");
    case "field":
      return text("options_refusedField", { field: refusal.field });
  }
}

/** How many settings would have another value. */
function countChanges(settings: Settings, { settings: patch }: Pick<Backup, "settings">): number {
  let count = 0;
  for (const [section, fields] of Object.entries(patch)) {
    if (section === "version") continue;
    const now: unknown = Reflect.get(settings, section);
    if (typeof fields !== "object" || typeof now !== "object" || now === null) count += Number(fields !== now);
    else {
      count += Object.entries(fields).filter(
        ([name, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(now, name)),
      ).length;
    }
  }
  return count;
}

type Deps = SectionProps["deps"];

async function keptKeys({ keys }: Deps): Promise<Keys> {
  const kept = await Promise.all(KEYED_PROVIDERS.map(async (id) => [id, await keys.get(id)] as const));
  return Object.fromEntries(kept.filter(([, key]) => key !== null));
}

async function replacedKeys({ keys }: Deps, imported: Keys): Promise<Before["keys"]> {
  const kept = await Promise.all(entriesOf(imported).map(async ([id]) => [id, await keys.get(id)] as const));
  return Object.fromEntries(kept);
}

async function setKey({ keys, ask }: Deps, provider: ProviderId, key: string): Promise<void> {
  await keys.set(provider, key);
  await ask("key-changed", { provider });
}

function entriesOf<T>(
  record: Readonly<Partial<Record<ProviderId, T>>>,
): readonly (readonly [ProviderId, T | undefined])[] {
  return KEYED_PROVIDERS.filter((id) => Object.hasOwn(record, id)).map((id) => [id, record[id]]);
}
