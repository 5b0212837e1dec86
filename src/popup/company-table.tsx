import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Failure } from "../domain/failure";
import type { ComparisonRow } from "../domain/market/comparison";
import { readableName } from "../domain/readable-name";
import { isIndex, type Ticker } from "../domain/ticker";
import { benchmarkAbsenceText, changeAbsenceText } from "../ui/absence-text";
import { benchmarkName, benchmarkShortName } from "../ui/benchmark-name";
import { failureText } from "../ui/failure-text";
import { Change, Difference, Price, Sparkline, type Wording } from "../ui/figures";
import { StarIcon } from "../ui/icons";
import { COLUMNS, type Column, nextSorting, type Row, type Sorting, sortRows } from "./sort-rows";

interface TableProps {
  readonly rows: readonly Row[];
  readonly wording: Wording;
  readonly caption: string;
  /** What the rows are compared with. */
  readonly against: Ticker;
  /** Trading day named in the headline; rows of another day print theirs. */
  readonly headlineDate: string | null;
  readonly now: () => number;
  /** Names alone: there is no figure yet, and why is told above the table. */
  readonly quiet: boolean;
  readonly watched: ReadonlySet<Ticker>;
  readonly toggleStar: (row: Row) => void;
  /** What a press on the company does; absent where nothing is to be shown. */
  readonly open?: (row: Row) => void;
  /** What stands in the last cell instead of the star, by place in the unsorted order. */
  readonly control?: (row: Row, place: number) => ComponentChildren;
}

/** Listings with their figures, sortable by every column. */
export function CompanyTable(props: TableProps) {
  const { rows, wording, caption, against, control, quiet, watched, toggleStar } = props;
  const [sorting, setSorting] = useState<Sorting>(null);
  const sorted = sortRows(rows, sorting, wording.format.locale);
  return (
    <table class="pp-table" onKeyDown={walkRows}>
      <caption class="sq-words">{caption}</caption>
      <thead>
        <tr>
          {(quiet ? COLUMNS.slice(0, 1) : COLUMNS).map((column) => (
            <ColumnHead
              key={column}
              column={column}
              sorting={sorting}
              wording={wording}
              against={against}
              press={() => setSorting(nextSorting(sorting, column))}
              span={quiet ? COLUMNS.length : 1}
            />
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {sorted.map((row) => (
          <tr key={row.ticker}>
            <CompanyCell row={row} {...props} />
            {!quiet && <FigureCells row={row} {...props} />}
            <td class="pp-control">
              {control && !sorting ? (
                control(row, rows.indexOf(row))
              ) : (
                <StarButton
                  row={row}
                  filled={watched.has(row.ticker)}
                  wording={wording}
                  press={() => toggleStar(row)}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
      {!quiet && (
        <tfoot>
          <tr>
            <td colSpan={COLUMNS.length + 1} class="pp-legend">
              {wording.text("popup_lineNote")}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function ColumnHead({
  column,
  sorting,
  wording,
  against,
  press,
  span,
}: {
  column: Column;
  sorting: Sorting;
  wording: Wording;
  against: Ticker;
  press: () => void;
  span: number;
}) {
  const direction = sorting?.column === column ? (sorting.descending ? "descending" : "ascending") : "none";
  const titles = {
    company: "popup_company",
    close: "popup_close",
    change: "popup_change",
    difference: "popup_difference",
  } as const;
  return (
    <th scope="col" aria-sort={direction} data-column={column} colSpan={span}>
      <button type="button" class="pp-sort" data-direction={direction} onClick={press}>
        {wording.text(titles[column], { benchmark: benchmarkShortName(against, wording) })}
      </button>
    </th>
  );
}

function CompanyCell({ row, wording, open, quiet }: { row: Row } & Pick<TableProps, "wording" | "open" | "quiet">) {
  const recent = row.outcome?.ok ? row.outcome.value.recent : [];
  const title = row.name || row.ticker;
  const name = readableName(title);
  const where = [row.name && !isIndex(row.ticker) ? row.ticker : "", row.exchange ?? ""].filter(Boolean).join(" · ");
  return (
    <th scope="row" class="pp-company" colSpan={quiet ? 4 : 1}>
      {open ? (
        <button
          type="button"
          class="pp-name"
          data-row
          title={wording.text("popup_goTo", { name: title })}
          onClick={() => open(row)}
        >
          {name}
        </button>
      ) : (
        <span class="pp-name" title={title}>
          {name}
        </span>
      )}
      <span class="pp-under">
        {where && <span class="pp-ticker">{where}</span>}
        <Sparkline closes={recent} width={46} height={14} />
      </span>
    </th>
  );
}

function FigureCells({ row, wording, headlineDate, now }: { row: Row } & TableProps) {
  const { outcome } = row;
  if (!outcome) {
    return (
      <td colSpan={3} class="pp-waiting">
        <span class="sq-words">{wording.text("popup_loading")}</span>
      </td>
    );
  }
  if (!outcome.ok) return <FailureCell failure={outcome.failure} wording={wording} now={now} />;
  const { close, currency, decimals, change, changeAbsence, benchmark, date } = outcome.value;
  return (
    <>
      <td>
        <Price
          close={close}
          currency={isIndex(row.ticker) ? null : currency}
          decimals={decimals}
          format={wording.format}
        />
        <RowDate figures={outcome.value} wording={wording} headlineDate={headlineDate} />
      </td>
      <td>
        {change === null ? (
          <None text={changeAbsence ? changeAbsenceText(changeAbsence, wording) : wording.text("popup_noFigure")} />
        ) : (
          <Change fraction={change} wording={wording} arrow={false} />
        )}
        {benchmark.ok && benchmark.from !== null && (
          <span class="pp-date">{wording.text("card_since", { day: wording.format.day(benchmark.from) })}</span>
        )}
      </td>
      <td>
        {benchmark.ok ? (
          <RowDifference benchmark={benchmark} against={outcome.value.against} wording={wording} />
        ) : (
          <None text={benchmarkAbsenceText(benchmark.absence, { date, against: outcome.value.against }, wording)} />
        )}
      </td>
    </>
  );
}

/** The difference, named where another stands in for the benchmark of the column's head. */
function RowDifference({
  benchmark,
  against,
  wording,
}: {
  benchmark: Extract<ComparisonRow["benchmark"], { ok: true }>;
  against: Ticker;
  wording: Wording;
}) {
  const name = benchmarkName(benchmark.ticker, wording);
  return (
    <>
      <Difference fraction={benchmark.difference} wording={wording} benchmark={name} />
      {benchmark.ticker !== against && (
        <span class="pp-date" aria-hidden="true">
          {name}
        </span>
      )}
    </>
  );
}

/** A failure shared by all rows is told once above the table; this is for a row of its own. */
function FailureCell({ failure, wording, now }: { failure: Failure; wording: Wording; now: () => number }) {
  return (
    <td colSpan={3} class="pp-failure">
      {failureText(failure, wording, now())}
    </td>
  );
}

/** The row's own trading day where it is not the headline's, and the word "stale" where a newer close was due. */
function RowDate({
  figures,
  wording,
  headlineDate,
}: {
  figures: ComparisonRow;
  wording: Wording;
  headlineDate: string | null;
}) {
  const { date, staleSince } = figures;
  if (date === headlineDate && staleSince === null) return null;
  return (
    <span class="pp-date" data-stale={staleSince !== null}>
      {wording.format.day(date)}
      {staleSince !== null && <span class="pp-stale">{wording.text("popup_stale")}</span>}
    </span>
  );
}

/** No figure, and why. */
function None({ text }: { text: string }) {
  return (
    <span title={text}>
      <span aria-hidden="true">–</span>
      <span class="sq-words">{text}</span>
    </span>
  );
}

/** Puts a listing on the watchlist or takes it off. */
function StarButton({
  row,
  filled,
  wording,
  press,
}: {
  row: Row;
  filled: boolean;
  wording: Wording;
  press: () => void;
}) {
  const label = wording.text(filled ? "popup_unstar" : "popup_star", { ticker: row.ticker });
  return (
    <button type="button" class="pp-icon" aria-pressed={filled} aria-label={label} title={label} onClick={press}>
      <StarIcon filled={filled} />
    </button>
  );
}

/** Arrow up and down walk through the companies. */
function walkRows(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-row]")];
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement ? names.indexOf(focused) : -1;
  if (step === 0 || at < 0) return;
  event.preventDefault();
  names[at + step]?.focus();
}
