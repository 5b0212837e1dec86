/** A star, filled when the listing is on the watchlist. */
export function StarIcon({ filled }: { filled: boolean }) {
  return (
    <svg class="pg-icon" viewBox="0 0 20 20" aria-hidden="true">
      <path
        d="M10 2.6l2.3 4.7 5.1.7-3.7 3.6.9 5.1L10 14.3l-4.6 2.4.9-5.1L2.6 8l5.1-.7z"
        fill={filled ? "currentColor" : "none"}
        stroke="currentColor"
        stroke-width="1.4"
        stroke-linejoin="round"
      />
    </svg>
  );
}

/** An icon drawn with lines, 20 by 20. */
export function LineIcon({ lines }: { lines: string }) {
  return (
    <svg class="pg-icon" viewBox="0 0 20 20" aria-hidden="true">
      <path
        d={lines}
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

/** The lines of the icons our pages use. */
export const LINES = {
  search: "M8.8 14.2a5.4 5.4 0 1 0 0-10.8 5.4 5.4 0 0 0 0 10.8zM12.8 12.8l4 4",
  sliders: "M3 6h8M15 6h2M3 14h2M9 14h8M13 4v4M7 12v4",
  cross: "M5 5l10 10M15 5L5 15",
  grip: "M7 4v12M13 4v12M4.5 6.5L7 4l2.5 2.5M10.5 13.5L13 16l2.5-2.5",
} as const;
