import type { Close } from "../../src/domain/market/closes";

/** Closes of the sessions of November 2025 up to Friday the 14th, and of the one before. Tuesday the 11th has 160.80. */
export const NOVEMBER: readonly Close[] = [
  { date: "2025-10-31", close: 170.43 },
  { date: "2025-11-03", close: 166.96 },
  { date: "2025-11-04", close: 163.83 },
  { date: "2025-11-05", close: 164.42 },
  { date: "2025-11-06", close: 167.68 },
  { date: "2025-11-07", close: 165.11 },
  { date: "2025-11-10", close: 165.89 },
  { date: "2025-11-11", close: 160.8 },
  { date: "2025-11-12", close: 159.11 },
  { date: "2025-11-13", close: 159.52 },
  { date: "2025-11-14", close: 153.8 },
];
