import { describe, expect, it } from "vitest";
import type { LanguageCode } from "../../../../src/domain/statements/words/languages";
import { statedIn } from "./stated-in";

describe("an index in a sentence about a company", () => {
  it.each<[LanguageCode, string, string[]]>([
    ["en", "[Acme|ACME] led the Dow, rising 3.1%.", []],
    ["en", "[Acme|ACME] topped the S&P 500, up 3.1%.", []],
    ["en", "[Acme|ACME] topped the S&P 500, which rose 0.2%.", ["^GSPC index-change +0.2%"]],
    ["fr", "[Acme|ACME.PA] mène le CAC 40, en hausse de 3,1%.", []],
    ["zh", "[阿克美|ACME]领涨道指，升3.1%。", []],
    ["de", "[Acme|ACME.DE] war Schlusslicht im Dax, der 0,2 Prozent verlor.", ["^GDAXI index-change -0.2%"]],
    ["en", "[Acme|ACME] and the Dow, down 0.2%, fell together.", ["^DJI index-change -0.2%"]],
  ])("does not take the company's move: %s: %s", (language, text, expected) => {
    expect(statedIn(language, text)).toEqual(expected);
  });

  it.each(["The S&P 500 energy index slipped 1.2%.", "The S&P 500 consumer discretionary sector rose 1.2%."])(
    "is not the one of a sector: %s",
    (text) => {
      expect(statedIn("en", text)).toEqual([]);
    },
  );

  it("is the one that its kind describes", () => {
    expect(statedIn("en", "The Russell 2000 small-cap index fell 1.2%.")).toEqual(["^RUT index-change -1.2%"]);
  });
});

describe("points of an index beside a company", () => {
  it.each<[LanguageCode, string, string[]]>([
    ["en", "[Acme|ACME]'s slide shaved 70 points off the Dow.", []],
    ["en", "[Acme|ACME] alone subtracted 70 points from the Dow on Tuesday.", []],
    ["en", "[Acme|ACME] added 12 points to the Nikkei.", []],
    ["es", "[Acme|ACME.MC] restó 70 puntos al Ibex.", []],
    ["en", "[Acme|ACME] accounted for 70 points of the Dow's 120-point drop.", ["^DJI index-change -120points"]],
    ["en", "[Acme|ACME] contributed half of the S&P 500's 1.2% decline.", ["^GSPC index-change -1.2%"]],
    ["en", "[Acme|ACME.NS] rose 12 points to 376.50 on the Sensex.", ["ACME.NS change-money +12"]],
  ])("are none of its own where it gives or takes them: %s: %s", (language, text, expected) => {
    expect(statedIn(language, text)).toEqual(expected);
  });
});

describe("a move of an index that is not the one told of before", () => {
  it.each([
    "KBW's bank index rose 1.2%.",
    "The Nasdaq Biotechnology Index rose 1.4%.",
    "The Nasdaq biotechnology index rose 1.4%.",
    "The S&P 500 equal-weight index rose 0.4%.",
  ])("is nobody's: %s", (text) => {
    expect(statedIn("en", "The Dow fell 0.3%.", text)).toEqual(["^DJI index-change -0.3%"]);
  });
});

describe("points and a percentage between commas", () => {
  it.each<[string, string[]]>([
    ["The Dow ended 110 points, or 0.2%, lower at 48,000.", ["-110points", "-0.2%"]],
    ["The Dow finished 110.34 points, or 0.23 percent, higher at 48,000.", ["+110.34points", "+0.23%"]],
    ["The Dow ended 110 points, 0.2%, lower at 48,000.", ["-110points", "-0.2%"]],
  ])("are the move that the word behind them tells: %s", (text, moves) => {
    const expected = [...moves.map((move) => `^DJI index-change ${move}`), "^DJI level-of-index 48000points"];
    expect(statedIn("en", text)).toEqual(expected);
  });
});

describe("a mark of an index or a price", () => {
  it.each<[LanguageCode, string]>([
    ["es", "El Ibex recupera los 17.800 puntos."],
    ["es", "El Ibex pierde los 17.700 puntos."],
    ["es", "[Acme|ACME.MC] recupera los 50 euros."],
    ["fr", "Le CAC 40 reprend les 8.100 points."],
    ["it", "Il Ftse Mib perde i 45.000 punti."],
    ["pt", "O Ibovespa perde os 150 mil pontos."],
    ["de", "Der Dax verliert die 24.000 Punkte."],
  ])("is no move: %s: %s", (language, text) => {
    expect(statedIn(language, text)).toEqual([]);
  });

  it("is a level where the index closed at it", () => {
    expect(statedIn("es", "El Ibex cierra en los 17.812 puntos.")).toEqual(["^IBEX level-of-index 17812points"]);
  });
});

it("takes no move of an exchange's index for the exchange's own", () => {
  expect(statedIn("pt", "O principal índice da [B3|B3SA3.SA] avançou 1,11%, aos 163.663,88 pontos.")).toEqual([]);
  expect(statedIn("pt", "A ação da [B3|B3SA3.SA] avançou 1,11%.")).toEqual(["B3SA3.SA change +1.11%"]);
});

it("takes neither a move of two days nor one of an unknown index for the index's day", () => {
  expect(statedIn("zh", "恒生指数两日合计上涨3.02%。")).toEqual([]);
  expect(statedIn("zh", "恒生指数涨0.6%。", "红筹指数升1%。")).toEqual(["^HSI index-change +0.6%"]);
});
