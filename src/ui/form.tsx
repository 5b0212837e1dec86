import type { ComponentChildren } from "preact";
import { useId } from "preact/hooks";

/** One of several values, each with its label and perhaps a sentence below. */
export interface Choice<T extends string> {
  readonly value: T;
  readonly label: ComponentChildren;
  readonly note?: string;
}

/** A group of radio buttons under one title. */
export function Choices<T extends string>({
  title,
  choices,
  value,
  choose,
}: {
  title: string;
  choices: readonly Choice<T>[];
  value: T;
  choose: (value: T) => void;
}) {
  const name = useId();
  return (
    <fieldset class="fm-group">
      <legend>{title}</legend>
      {choices.map((choice) => (
        <label key={choice.value} class="fm-choice">
          <input type="radio" name={name} checked={choice.value === value} onChange={() => choose(choice.value)} />
          <span>
            {choice.label}
            {choice.note && <span class="fm-note">{choice.note}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** A group of check boxes under one title. */
export function Ticks<T extends string>({
  title,
  choices,
  values,
  choose,
}: {
  title: string;
  choices: readonly Choice<T>[];
  values: readonly T[];
  choose: (values: readonly T[]) => void;
}) {
  return (
    <fieldset class="fm-group">
      <legend>{title}</legend>
      {choices.map(({ value, label }) => (
        <label key={value} class="fm-choice">
          <input
            type="checkbox"
            checked={values.includes(value)}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              // In the order of the choices, so that the same selection is always the same list.
              choose(choices.map((one) => one.value).filter((one) => (one === value ? checked : values.includes(one))));
            }}
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}

/** One line: a label, and a drop-down of values. */
export function Pick<T extends string>({
  title,
  choices,
  value,
  choose,
}: {
  title: string;
  choices: readonly { readonly value: T; readonly label: string }[];
  value: T;
  choose: (value: T) => void;
}) {
  return (
    <label class="fm-line">
      <span>{title}</span>
      <select
        class="pg-field"
        onChange={(event) => {
          const chosen = choices[event.currentTarget.selectedIndex];
          if (chosen) choose(chosen.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** One line: a label, and a switch. */
export function Toggle({ title, on, set }: { title: string; on: boolean; set: (on: boolean) => void }) {
  return (
    <label class="fm-line">
      <span>{title}</span>
      <input type="checkbox" class="pg-switch" checked={on} onChange={(event) => set(event.currentTarget.checked)} />
    </label>
  );
}
