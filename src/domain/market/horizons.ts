/** The periods a comparison is shown over, shortest first. */
export const HORIZONS = ["1D", "5D", "1M", "3M", "YTD", "1Y"] as const;
export type Horizon = (typeof HORIZONS)[number];
