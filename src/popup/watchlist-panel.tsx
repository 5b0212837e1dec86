import { useRef } from "preact/hooks";
import type { WatchlistChange } from "../domain/watchlist";
import { benchmarkName } from "../ui/benchmark-name";
import { LINES, LineIcon } from "../ui/icons";
import type { TextOf } from "../ui/text";
import { CompanyTable, type SharedTableProps } from "./company-table";
import { Notice } from "./page-panel";
import type { PopupDeps } from "./popup-deps";
import type { Row } from "./sort-rows";
import type { Figures } from "./use-figures";
import type { Stars } from "./use-stars";
import { type CsvHeads, watchlistCsv } from "./watchlist-csv";

/** The reader's watchlist with its figures, or how to start one. */
export function WatchlistPanel({
  rows,
  stars,
  table,
  details,
  saveCsv,
}: {
  /** In the reader's own order. */
  rows: readonly Row[];
  stars: Stars;
  table: SharedTableProps;
  /** The details of an open row. */
  details: Figures["detailsOf"];
  saveCsv: PopupDeps["saveCsv"];
}) {
  const { text } = table.wording;
  if (rows.length === 0) return <Notice title={text("popup_watchlistEmpty")} />;
  return (
    <>
      <CompanyTable
        {...table}
        rows={rows}
        caption={text("popup_watchlist")}
        details={details}
        control={(row, place) => (
          <RowControls row={row} place={place} text={text} count={rows.length} change={stars.change} />
        )}
      />
      <p class="pp-export">
        <button type="button" class="pg-button" onClick={() => saveCsv(CSV_NAME, watchlistCsv(rows, headsOf(table)))}>
          {text("popup_csv")}
        </button>
      </p>
    </>
  );
}

const CSV_NAME = "sidequote-watchlist.csv";

function headsOf({ wording, against }: SharedTableProps): CsvHeads {
  const { text } = wording;
  return {
    ticker: text("popup_csvTicker"),
    company: text("popup_company"),
    date: text("popup_csvDate"),
    close: text("popup_close"),
    currency: text("popup_csvCurrency"),
    change: text("popup_change"),
    benchmark: text("popup_csvBenchmark"),
    difference: text("popup_difference", { benchmark: benchmarkName(against, wording) }),
  };
}

/** The controls of a row: a handle to move it by pointer or arrow keys, and a button that removes it. */
function RowControls({
  row,
  place,
  count,
  text,
  change,
}: {
  row: Row;
  place: number;
  count: number;
  text: TextOf;
  change: (change: WatchlistChange) => void;
}) {
  const handle = useRef<HTMLButtonElement>(null);
  const moveTo = (index: number) => {
    const within = Math.max(0, Math.min(index, count - 1));
    if (within !== place) change({ change: "move", ticker: row.ticker, index: within });
    // When the row moves in the document, its handle loses the focus.
    requestAnimationFrame(() => handle.current?.focus());
  };
  const label = text("popup_move", { ticker: row.ticker });
  const removal = text("popup_remove", { ticker: row.ticker });
  return (
    <span class="pp-controls">
      <button
        ref={handle}
        type="button"
        class="pp-icon pp-grip"
        aria-label={label}
        title={label}
        onKeyDown={(event) => {
          if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
          event.preventDefault();
          event.stopPropagation();
          moveTo(place + (event.key === "ArrowUp" ? -1 : 1));
        }}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={(event) => {
          if (!event.currentTarget.hasPointerCapture(event.pointerId)) return;
          const index = rowIndexAt(event.currentTarget, event.clientY);
          if (index !== null) moveTo(index);
        }}
      >
        <LineIcon lines={LINES.grip} />
      </button>
      <button
        type="button"
        class="pp-icon"
        aria-label={removal}
        title={removal}
        onClick={() => change({ change: "remove", ticker: row.ticker })}
      >
        <LineIcon lines={LINES.cross} />
      </button>
    </span>
  );
}

function rowIndexAt(handle: HTMLElement, y: number): number | null {
  const rows = [...(handle.closest("tbody")?.rows ?? [])].filter((row) => !row.matches(".pp-details"));
  const index = rows.findIndex((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return y >= top && y < bottom;
  });
  return index < 0 ? null : index;
}
