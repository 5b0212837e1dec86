import { type ComponentChildren, Fragment } from "preact";
import { useState } from "preact/hooks";
import { readableName } from "../domain/readable-name";
import { isIndex, type Ticker } from "../domain/ticker";
import { Sparkline, type Wording } from "../ui/figures";
import { matchBeside, useFocusHeir } from "../ui/focus-heir";
import { ColumnHead } from "./column-head";
import { FigureCells } from "./figure-cells";
import { focusHome } from "./focus-home";
import { COLUMNS, nextSorting, type Row, type Sorting, sortRows } from "./sort-rows";
import { StarButton } from "./star-button";
import { StatedBadge } from "./stated-line";

/** What the tables of all three lists have in common. */
export interface SharedTableProps {
  readonly wording: Wording;
  /** What the rows are compared with. */
  readonly against: Ticker;
  /** The trading day in the headline; rows of another day show theirs. */
  readonly headlineDate: string | null;
  readonly now: () => number;
  /** Whether only names are shown, because there are no figures yet; the reason is above the table. */
  readonly quiet: boolean;
  readonly watched: ReadonlySet<Ticker>;
  readonly toggleStar: (row: Row) => void;
}

interface TableProps extends SharedTableProps {
  readonly rows: readonly Row[];
  readonly caption: string;
  /** What a click on the company does; absent if it does nothing. */
  readonly open?: (row: Row) => void;
  /** What a click on the company shows below its row; absent if it does something else, or nothing. */
  readonly details?: ((row: Row) => ComponentChildren) | undefined;
  /** What the last cell contains instead of the star, by the row's index in the unsorted list. */
  readonly control?: (row: Row, place: number) => ComponentChildren;
}

/** Listings with their figures, sortable by every column. */
export function CompanyTable(props: TableProps) {
  const { rows, wording, caption, against, quiet } = props;
  const [sorting, setSorting] = useState<Sorting>(null);
  const [unfolded, unfold] = useState<Ticker | null>(null);
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
          <CompanyRow
            key={row.ticker}
            {...props}
            row={row}
            isSorted={sorting !== null}
            isUnfolded={unfolded === row.ticker}
            fold={() => unfold(unfolded === row.ticker ? null : row.ticker)}
          />
        ))}
      </tbody>
      {!quiet && rows.some(mayHaveLine) && (
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

function mayHaveLine({ outcome }: Row): boolean {
  return !outcome || (outcome.ok && outcome.value.recent.length > 1);
}

interface RowProps extends TableProps {
  readonly row: Row;
  readonly isSorted: boolean;
  readonly isUnfolded: boolean;
  readonly fold: () => void;
}

/** A listing with its figures and, if it is open, its details. */
function CompanyRow(props: RowProps) {
  const { row, rows, wording, headlineDate, now, quiet, watched, isSorted, isUnfolded, details, control } = props;
  const ref = useFocusHeir(neighbourOf);
  return (
    <Fragment>
      <tr ref={ref} data-unfolded={isUnfolded}>
        <CompanyCell {...props} />
        {!quiet && <FigureCells row={row} wording={wording} headlineDate={headlineDate} now={now} />}
        <td class="pp-control">
          {control && !isSorted ? (
            control(row, rows.indexOf(row))
          ) : (
            <StarButton
              row={row}
              filled={watched.has(row.ticker)}
              wording={wording}
              press={() => props.toggleStar(row)}
            />
          )}
        </td>
      </tr>
      {details && isUnfolded && !quiet && (
        <tr class="pp-details">
          <td colSpan={COLUMNS.length + 1}>{details(row)}</td>
        </tr>
      )}
    </Fragment>
  );
}

/** Where the focus goes when its row does. A button that a second press would remove, too, gets no focus. */
function neighbourOf(row: HTMLElement): HTMLElement | null {
  return matchBeside(row, "[data-row]") ?? focusHome();
}

function CompanyCell({ row, wording, open, details, quiet, isUnfolded, fold }: RowProps) {
  const recent = row.outcome?.ok ? row.outcome.value.recent : [];
  const title = row.name || row.ticker;
  const name = readableName(title);
  const where = [row.name && !isIndex(row.ticker) ? row.ticker : "", row.exchange ?? ""].filter(Boolean).join(" · ");
  const canUnfold = details !== undefined && !quiet && row.outcome?.ok === true;
  return (
    <th scope="row" class="pp-company" colSpan={quiet ? 4 : 1}>
      {open || canUnfold ? (
        <button
          type="button"
          class="pp-name"
          data-row
          aria-expanded={open ? undefined : isUnfolded}
          title={open ? wording.text("popup_goTo", { name: title }) : `${title}: ${wording.text("card_horizons")}`}
          onClick={() => (open ? open(row) : fold())}
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
        {row.stated && <StatedBadge stated={row.stated} text={wording.text} />}
      </span>
    </th>
  );
}

/** Moves the focus from company to company with the up and down arrows. */
function walkRows(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const names = [...event.currentTarget.querySelectorAll<HTMLElement>("button[data-row]")];
  const focused = document.activeElement;
  const at = focused instanceof HTMLElement ? names.indexOf(focused) : -1;
  if (step === 0 || at < 0) return;
  event.preventDefault();
  names[at + step]?.focus();
}
