/** The lines of the card's icons, 20 by 20. */
export const ICONS = {
  star: "m10 2.6 2.3 4.7 5.1.7-3.7 3.6.9 5.1-4.6-2.4-4.6 2.4.9-5.1L2.6 8l5.1-.7z",
  dots: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  cross: "m5 5 10 10M15 5 5 15",
  down: "m6 8 4 4 4-4",
} as const;

/** An icon drawn with lines, in the colour of the text around it. */
export function Icon({ path, filled = false }: { path: string; filled?: boolean }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" data-filled={filled}>
      <path d={path} />
    </svg>
  );
}
