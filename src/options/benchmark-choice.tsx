import { useState } from "preact/hooks";
import { BENCHMARKS } from "../domain/market/benchmarks";
import { isTicker, type Ticker } from "../domain/ticker";
import { benchmarkName } from "../ui/benchmark-name";
import { Pick } from "../ui/form";
import type { TextOf } from "../ui/text";
import { AddForm } from "./add-form";

/** What every listing is compared with: one of the known benchmarks, or any ticker. */
export function BenchmarkChoice({
  value,
  text,
  choose,
}: {
  value: Ticker;
  text: TextOf;
  choose: (value: Ticker) => void;
}) {
  const [typed, type] = useState("");
  const [refused, setRefused] = useState("");
  const known: readonly Ticker[] = BENCHMARKS.map(({ ticker }) => ticker);
  const choices = known.includes(value) ? known : [...known, value];
  const wanted = typed.trim().toUpperCase();
  return (
    <>
      <Pick
        title={text("options_benchmark")}
        choices={choices.map((ticker) => ({ value: ticker, label: benchmarkName(ticker, { text }) }))}
        value={value}
        choose={choose}
      />
      <AddForm
        text={text}
        add={() => {
          if (!isTicker(wanted)) return setRefused(typed);
          setRefused("");
          choose(wanted);
          type("");
        }}
      >
        <input
          type="text"
          class="pg-field"
          aria-label={text("options_benchmarkOther")}
          placeholder={text("options_benchmarkOther")}
          maxLength={15}
          value={typed}
          onInput={(event) => type(event.currentTarget.value)}
        />
      </AddForm>
      <p class="op-refused" role="status">
        {refused && text("options_notATicker", { text: refused })}
      </p>
    </>
  );
}
