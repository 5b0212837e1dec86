// The closes that the demo and the end-to-end tests answer with. True: the S&P 500's since October 9, 2025, and
// Alibaba's last two. Written for the demo, and said so in its page: what lies before those, and every other company's.

const NEW_YORK = { currency: "USD", zone: "America/New_York", open: "09:30" };
const NYSE = { ...NEW_YORK, exchangeName: "NYQ", fullExchangeName: "NYSE", instrumentType: "EQUITY" };
const NASDAQ = { ...NEW_YORK, exchangeName: "NMS", fullExchangeName: "NasdaqGS", instrumentType: "EQUITY" };
const OTC = { ...NEW_YORK, exchangeName: "PNK", fullExchangeName: "OTC Markets OTCPK", instrumentType: "EQUITY" };
const INDEX = { ...NEW_YORK, exchangeName: "SNP", fullExchangeName: "SNP", instrumentType: "INDEX" };
const HONG_KONG = {
  currency: "HKD",
  zone: "Asia/Hong_Kong",
  open: "09:30",
  exchangeName: "HKG",
  fullExchangeName: "HKSE",
  instrumentType: "EQUITY",
};

/** 17:30 in New York on Tuesday, November 11, 2025: that day's closes are the latest. Epoch milliseconds. */
export const DEMO_NOW = Date.parse("2025-11-11T22:30:00Z");

/** The benchmark's closes of five weeks, as published. */
const SP500 = [
  ["2025-10-09", 6735.11],
  ["2025-10-10", 6552.51],
  ["2025-10-13", 6654.72],
  ["2025-10-14", 6644.31],
  ["2025-10-15", 6671.06],
  ["2025-10-16", 6629.07],
  ["2025-10-17", 6664.01],
  ["2025-10-20", 6735.13],
  ["2025-10-21", 6735.35],
  ["2025-10-22", 6699.4],
  ["2025-10-23", 6738.44],
  ["2025-10-24", 6791.69],
  ["2025-10-27", 6875.16],
  ["2025-10-28", 6890.89],
  ["2025-10-29", 6890.59],
  ["2025-10-30", 6822.34],
  ["2025-10-31", 6840.2],
  ["2025-11-03", 6851.97],
  ["2025-11-04", 6771.55],
  ["2025-11-05", 6796.29],
  ["2025-11-06", 6720.32],
  ["2025-11-07", 6728.8],
  ["2025-11-10", 6832.43],
  ["2025-11-11", 6846.61],
];

/** New York's holidays within the year before the true closes begin. */
const HOLIDAYS = new Set([
  "2024-11-28",
  "2024-12-25",
  "2025-01-01",
  "2025-01-09",
  "2025-01-20",
  "2025-02-17",
  "2025-04-18",
  "2025-05-26",
  "2025-06-19",
  "2025-07-04",
  "2025-09-01",
]);
const DAY_MS = 24 * 3600 * 1000;
const YEAR_DAYS = 400;

/**
 * Closes with an invented past in front, so that a year can be shown:
 * `first` 400 days before the end, then a swaying way up to them.
 */
function withPast(first, closes) {
  const [[joint, joined]] = closes;
  const end = Date.parse(joint);
  const start = DEMO_NOW - YEAR_DAYS * DAY_MS;
  const past = [];
  for (let time = start - (start % DAY_MS); time < end; time += DAY_MS) {
    const date = new Date(time).toISOString().slice(0, 10);
    if ([0, 6].includes(new Date(time).getUTCDay()) || HOLIDAYS.has(date)) continue;
    const share = (time - start) / (end - start);
    const sway = Math.sin(share * 9 + first) * 0.05 + Math.sin(share * 41 + first * 2) * 0.018;
    const day = time / DAY_MS;
    const jitter =
      Math.sin(day * 1.7 + first) * 0.009 + Math.sin(day * 2.9) * 0.006 + Math.sin(day * 0.61 + first) * 0.012;
    const value = first * (joined / first) ** share * (1 + sway * (1 - share) + jitter);
    past.push([date, Math.round(value * 100) / 100]);
  }
  return [...past, ...closes];
}

/** A company's invented closes over the same five weeks: a slow wave around a straight line. */
function invented(first, last, wave) {
  return SP500.map(([date], day) => {
    const share = day / (SP500.length - 1);
    const value = first + (last - first) * share + wave * Math.sin(day * 0.9) * (1 - share);
    return [date, Math.round(value * 100) / 100];
  });
}

/** @type {import("./yahoo-wire.mjs").Market} */
export const DEMO_MARKET = {
  "^GSPC": { ...INDEX, name: "S&P 500", closes: withPast(5770, SP500) },
  BABA: {
    ...NYSE,
    name: "Alibaba Group Holding Limited",
    closes: withPast(104, [
      ["2025-11-10", 165.89],
      ["2025-11-11", 160.8],
    ]),
  },
  GOOGL: { ...NASDAQ, name: "Alphabet Inc.", closes: withPast(165, invented(240, 290, 4)) },
  GOOG: { ...NASDAQ, name: "Alphabet Inc.", closes: withPast(166, invented(241, 291, 4)) },
  MSFT: { ...NASDAQ, name: "Microsoft Corporation", closes: withPast(417, invented(515, 505, 6)) },
  META: { ...NASDAQ, name: "Meta Platforms, Inc.", closes: withPast(590, invented(710, 630, 9)) },
  BIDU: { ...NASDAQ, name: "Baidu, Inc.", closes: withPast(95, invented(132, 126, 3)) },
  NVDA: { ...NASDAQ, name: "NVIDIA Corporation", closes: withPast(134, invented(190, 195, 5)) },
  AMZN: { ...NASDAQ, name: "Amazon.com, Inc.", closes: withPast(188, invented(226, 248, 5)) },
  AAPL: { ...NASDAQ, name: "Apple Inc.", closes: withPast(229, invented(254, 274, 3)) },
  JD: { ...NASDAQ, name: "JD.com, Inc.", closes: withPast(42, invented(34, 31.5, 0.8)) },
  TCEHY: { ...OTC, name: "Tencent Holdings Limited", closes: withPast(56, invented(85, 82, 1.5)) },
  "0700.HK": { ...HONG_KONG, name: "Tencent Holdings Limited", closes: withPast(436, invented(668, 642, 9)) },
  "9988.HK": { ...HONG_KONG, name: "Alibaba Group Holding Limited", closes: withPast(102, invented(176, 160, 4)) },
};
