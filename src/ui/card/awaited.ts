/** A close as long as most when written. While the real one is awaited, as much room is left for it. */
export const AWAITED_CLOSE = {
  closedAt: Date.UTC(2025, 10, 11, 21),
  zone: "America/New_York",
  currency: "USD",
  close: 160.8,
  change: -0.0307,
  difference: -0.0328,
} as const;
