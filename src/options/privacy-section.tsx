import { useCallback, useState } from "preact/hooks";
import { createFormat } from "../domain/format";
import type { LocalDate } from "../domain/market/closes";
import { IdleButton } from "../ui/idle-button";
import type { SectionProps } from "./use-options";
import { useReturn } from "./use-return";

const SENT = [
  "welcome_sentTickers",
  "options_sentSearch",
  "welcome_sentDirectory",
  "options_sentSync",
  "welcome_sentNever",
] as const;

const PERMISSIONS = [
  ["storage", "options_permStorage"],
  ["alarms", "options_permAlarms"],
  ["scripting", "options_permScripting"],
  ["activeTab", "options_permActiveTab"],
  ["contextMenus", "options_permMenus"],
  ["https://…", "options_permHosts"],
] as const;

/** Consent, what is sent where, what each permission is for, and the closes kept here. */
export function PrivacySection({ deps, options: { state, reload }, settings: { look } }: SectionProps) {
  const { text, ask, language } = deps;
  const { size, clear } = useCacheSize(deps);
  const format = createFormat(look.numbers || language);
  return (
    <>
      <div class="op-consent">
        <p>
          {state.agreedAt === null
            ? text("options_consentOff")
            : text("options_consentOn", { day: format.day(localDayOf(state.agreedAt)) })}
        </p>
        <button
          type="button"
          class="pg-button"
          data-kind={state.agreedAt === null ? "main" : undefined}
          onClick={() => void ask(state.agreedAt === null ? "give-consent" : "withdraw-consent", {}).then(reload)}
        >
          {text(state.agreedAt === null ? "welcome_agree" : "options_withdraw")}
        </button>
      </div>
      <div class="fm-group">
        <h3>{text("welcome_sentTitle")}</h3>
        <ul class="op-plain">
          {SENT.map((key) => (
            <li key={key}>{text(key)}</li>
          ))}
        </ul>
      </div>
      <div class="fm-group">
        <h3>{text("options_permissions")}</h3>
        <dl class="op-permissions">
          {PERMISSIONS.map(([name, key]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{text(key)}</dd>
            </div>
          ))}
        </dl>
      </div>
      <div class="op-consent">
        <p role="status">
          {size && text("options_cache", { tickers: size.tickers, size: kilobytes(size.bytes, format.locale) })}
        </p>
        <IdleButton isIdle={size?.tickers === 0} press={() => void clear()}>
          {text("options_clear")}
        </IdleButton>
      </div>
    </>
  );
}

/** The day of an instant (epoch milliseconds) by the reader's own clock. */
export function localDayOf(instant: number): LocalDate {
  const date = new Date(instant);
  return new Date(Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())).toISOString().slice(0, 10);
}

function useCacheSize({ ask }: SectionProps["deps"]) {
  const [size, setSize] = useState<{ readonly tickers: number; readonly bytes: number } | null>(null);
  const measure = useCallback(async () => {
    const reply = await ask("cache-size", {});
    if (reply.ok) setSize(reply.value);
  }, [ask]);
  useReturn(measure);
  const clear = async () => {
    await ask("clear-cache", {});
    await measure();
  };
  return { size, clear };
}

function kilobytes(bytes: number, locale: string): string {
  const format = new Intl.NumberFormat(locale, { style: "unit", unit: "kilobyte", maximumFractionDigits: 0 });
  return format.format(bytes / 1000);
}
