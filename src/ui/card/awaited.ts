/** A close as long in writing as most: what is awaited keeps as much room. */
export const AWAITED_CLOSE = {
  closedAt: Date.UTC(2025, 10, 11, 21),
  zone: "America/New_York",
  currency: "USD",
  close: 160.8,
  change: -0.0307,
  difference: -0.0328,
} as const;
