/** @jsxImportSource react */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useRef } from "react";
import { createRoot } from "react-dom/client";
import { startOracle, TICKER_OF } from "./oracle";

const NAMES = Object.keys(TICKER_OF);

function List() {
  const scroller = useRef(null);
  const rows = useVirtualizer({ count: 5000, getScrollElement: () => scroller.current, estimateSize: () => 48 });
  return (
    <div ref={scroller} id="scroller" style={{ height: 480, overflow: "auto" }}>
      <div style={{ height: rows.getTotalSize(), position: "relative" }}>
        {rows.getVirtualItems().map(({ index, start }) => (
          <div key={index} style={{ position: "absolute", height: 48, transform: `translateY(${start}px)` }}>
            No. {index}: shares of {NAMES[index % NAMES.length]} moved.
          </div>
        ))}
      </div>
    </div>
  );
}

createRoot(document.querySelector("#root")).render(<List />);
startOracle({
  scroll: () => document.querySelector("#scroller").scrollTo(0, 48 * 2001),
});
