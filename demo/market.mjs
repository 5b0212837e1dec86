// The closes that the demo and the end-to-end tests answer with. True: the S&P 500's (all) and Alibaba's (its two).
// Written for the demo, and said so in its page: every other company's.

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
  "^GSPC": { ...INDEX, name: "S&P 500", closes: SP500 },
  BABA: {
    ...NYSE,
    name: "Alibaba Group Holding Limited",
    closes: [
      ["2025-11-10", 165.89],
      ["2025-11-11", 160.8],
    ],
  },
  GOOGL: { ...NASDAQ, name: "Alphabet Inc.", closes: invented(240, 290, 4) },
  GOOG: { ...NASDAQ, name: "Alphabet Inc.", closes: invented(241, 291, 4) },
  MSFT: { ...NASDAQ, name: "Microsoft Corporation", closes: invented(515, 505, 6) },
  META: { ...NASDAQ, name: "Meta Platforms, Inc.", closes: invented(710, 630, 9) },
  BIDU: { ...NASDAQ, name: "Baidu, Inc.", closes: invented(132, 126, 3) },
  NVDA: { ...NASDAQ, name: "NVIDIA Corporation", closes: invented(190, 195, 5) },
  AMZN: { ...NASDAQ, name: "Amazon.com, Inc.", closes: invented(226, 248, 5) },
  AAPL: { ...NASDAQ, name: "Apple Inc.", closes: invented(254, 274, 3) },
  JD: { ...NASDAQ, name: "JD.com, Inc.", closes: invented(34, 31.5, 0.8) },
  TCEHY: { ...OTC, name: "Tencent Holdings Limited", closes: invented(85, 82, 1.5) },
  "0700.HK": { ...HONG_KONG, name: "Tencent Holdings Limited", closes: invented(668, 642, 9) },
  "9988.HK": { ...HONG_KONG, name: "Alibaba Group Holding Limited", closes: invented(176, 160, 4) },
};
