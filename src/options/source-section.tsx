import { useEffect, useState } from "preact/hooks";
import { createFormat } from "../domain/format";
import type { SettingsState } from "../domain/settings";
import { factsOf, PROVIDER_IDS, type ProviderId, providerName } from "../providers/catalogue";
import { failureText } from "../ui/failure-text";
import { IdleButton } from "../ui/idle-button";
import { keptKeys } from "./kept-keys";
import { SourceAnswers } from "./source-answers";
import { sourceSentences } from "./source-sentences";
import { useKey } from "./use-key";
import type { SectionProps } from "./use-options";

/** The sources in the order of asking; those that need a key are behind "I have a key". */
export function SourceSection({ deps, options, settings }: SectionProps) {
  const { source } = settings;
  const { text } = deps;
  const order = [...source.order, ...PROVIDER_IDS.filter((id) => !source.order.includes(id))];
  const hasKey = useHasKey(deps, options.state);
  const swap = (one: ProviderId, other: ProviderId) =>
    options.change({ source: { order: order.map((id) => (id === one ? other : id === other ? one : id)) } });
  const keyless = order.filter((id) => !factsOf(id).needsKey);
  const keyed = order.filter((id) => factsOf(id).needsKey);
  return (
    <>
      <fieldset class="fm-group">
        <legend>{text("options_order")}</legend>
        <p class="fm-note">{text("options_orderNote")}</p>
        <SourceList deps={deps} ids={keyless} swap={swap} state={options.state} />
        <details class="op-details" open={hasKey}>
          <summary>{text("options_haveKey")}</summary>
          <p class="fm-note">{text("options_haveKeyNote")}</p>
          <SourceList deps={deps} ids={keyed} swap={swap} state={options.state} />
        </details>
      </fieldset>
      <SourceAnswers deps={deps} look={settings.look} />
    </>
  );
}

/**
 * Whether the reader has entered a key; then the sources that need one are unfolded. It is found out again with each
 * new `state`, and stays true: they must not fold up around a field that was emptied for another key.
 */
function useHasKey({ keys }: SectionProps["deps"], state: SettingsState): boolean {
  const [has, setHas] = useState(false);
  useEffect(() => {
    keptKeys(keys).then(
      (kept) => setHas((had) => had || Object.keys(kept).length > 0),
      (error) => console.error("Sidequote: the keys could not be read", error),
    );
  }, [keys, state]);
  return has;
}

function SourceList({
  deps,
  ids,
  swap,
  state,
}: {
  deps: SectionProps["deps"];
  ids: readonly ProviderId[];
  state: SettingsState;
  swap: (one: ProviderId, other: ProviderId) => void;
}) {
  const { text } = deps;
  const moveButton = (id: ProviderId, other: ProviderId | undefined, up: boolean) => (
    <MoveButton text={text} id={id} up={up} disabled={!other} press={() => other && swap(id, other)} />
  );
  return (
    <ol class="op-sources">
      {ids.map((id, place) => (
        <li key={id} class="op-source">
          <div class="op-source-head">
            <h3>{providerName(id)}</h3>
            <span class="op-moves">
              {moveButton(id, ids[place - 1], true)}
              {moveButton(id, ids[place + 1], false)}
            </span>
          </div>
          <p class="fm-note">
            {sourceSentences(factsOf(id), text).join(" ")}{" "}
            <a href={factsOf(id).termsUrl} target="_blank" rel="noreferrer">
              {text("options_terms", { provider: providerName(id) })}
            </a>
          </p>
          {factsOf(id).needsKey && <KeyField deps={deps} id={id} state={state} />}
        </li>
      ))}
    </ol>
  );
}

function MoveButton({
  text,
  id,
  up,
  disabled,
  press,
}: {
  text: SectionProps["deps"]["text"];
  id: ProviderId;
  up: boolean;
  disabled: boolean;
  press: () => void;
}) {
  // Not `disabled`: at the end of the list that would take the focus away from the pressed button.
  const label = text(up ? "options_moveUp" : "options_moveDown", { item: providerName(id) });
  return (
    <button type="button" class="op-move" aria-label={label} title={label} aria-disabled={disabled} onClick={press}>
      {up ? "↑" : "↓"}
    </button>
  );
}

/** The field for a key, with a button to test it and what the test has shown. */
function KeyField({ deps, id, state }: { deps: SectionProps["deps"]; id: ProviderId; state: SettingsState }) {
  const { text, language, now } = deps;
  const { key, test, keep, run } = useKey(deps, id, state);
  const wording = { text, format: createFormat(language) };
  const provider = providerName(id);
  const shown = typeof test === "string" ? null : test;
  return (
    <div class="op-key">
      <input
        class="pg-field"
        type="password"
        autocomplete="off"
        spellcheck={false}
        aria-label={text("options_key", { provider })}
        placeholder={text("options_key", { provider })}
        value={key}
        maxLength={256}
        onInput={(event) => void keep(event.currentTarget.value)}
      />
      <IdleButton isIdle={key.trim() === "" || test === "running"} press={() => void run()}>
        {text("options_test")}
      </IdleButton>
      <p class="op-verdict" role="status" data-works={shown?.failure === null}>
        {test === "running" && text("popup_loading")}
        {test === "not-saved" && text("options_notSaved", { fields: text("options_key", { provider }) })}
        {shown?.failure === null && text("options_keyWorks", { provider })}
        {shown?.failure && (
          <>
            {failureText(shown.failure, wording, now())}
            {shown.status > 0 && ` (HTTP ${shown.status})`}
            {shown.said && ` ${text("options_keySaid", { provider, said: shown.said })}`}
          </>
        )}
      </p>
    </div>
  );
}
