import { useRef, useState } from "preact/hooks";
import type { Ticker } from "../domain/ticker";
import type { WatchedListing, WatchlistChange } from "../domain/watchlist";
import { LINES, LineIcon } from "../ui/icons";
import type { TextOf } from "../ui/text";
import type { Row } from "./sort-rows";

/** What a row of the watchlist offers: a handle to move it by pointer or arrow keys, and its removal. */
export function RowControls({
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
    // The row moves in the document and the browser forgets its focus.
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
  const rows = [...(handle.closest("tbody")?.rows ?? [])];
  const index = rows.findIndex((row) => {
    const { top, bottom } = row.getBoundingClientRect();
    return y >= top && y < bottom;
  });
  return index < 0 ? null : index;
}

/** The last removal, to be taken back. */
export function useUndo(change: (change: WatchlistChange) => void) {
  const [removed, setRemoved] = useState<Ticker | null>(null);
  return {
    removed,
    change: (next: WatchlistChange) => {
      setRemoved(next.change === "remove" ? next.ticker : null);
      change(next);
    },
    undo: () => {
      if (removed !== null) change({ change: "restore", ticker: removed });
      setRemoved(null);
    },
  };
}

/** Watched listings as rows, in the reader's order. */
export function watchedRows(
  watchlist: readonly WatchedListing[],
  figures: Readonly<Record<Ticker, Row["outcome"]>>,
): Row[] {
  return watchlist.map(({ ticker, name }) => ({ ticker, name, outcome: figures[ticker] }));
}
