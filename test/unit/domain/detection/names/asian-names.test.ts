import { describe, expect, it } from "vitest";
import { keepNames, openNames } from "../../../../../src/background/directory/kept-names";
import { createIdentify } from "../../../../../src/domain/detection/identify";
import { createNameIndex } from "../../../../../src/domain/detection/names/name-index";
import { makeNameTable } from "../../../../../src/domain/detection/names/name-table";
import { findPhrases } from "../../../../../src/domain/detection/phrases";
import { createDirectory } from "../../../../../src/domain/directory";
import type { Listing } from "../../../../../src/domain/listing";

const company = (ticker: string, name: string, exchange: Listing["exchange"], aliases: string): Listing => ({
  ticker,
  name,
  exchange,
  kind: "stock",
  aliases: aliases.split("|"),
  formerTickers: [],
});

const LISTINGS = [
  company("7752.T", "Ricoh Company, Ltd.", "TOKYO", "リコー"),
  company("7203.T", "Toyota Motor Corporation", "TOKYO", "Toyota|トヨタ|トヨタ自動車"),
  company("8306.T", "Mitsubishi UFJ Financial Group, Inc.", "TOKYO", "三菱UFJ"),
  company("9021.T", "West Japan Railway Company", "TOKYO", "JR西日本"),
  company("352820.KS", "HYBE Co., Ltd.", "KOREA", "하이브"),
  company("066570.KS", "LG Electronics Inc.", "KOREA", "LG전자"),
  company("005930.KS", "Samsung Electronics Co., Ltd.", "KOREA", "삼성전자"),
  company("0700.HK", "Tencent Holdings Limited", "HONGKONG", "Tencent|腾讯|腾讯控股"),
  company("QCOM", "QUALCOMM Incorporated", "NASDAQ", "高通"),
  company("JD", "JD.com, Inc.", "NASDAQ", "京东"),
  company("TSM", "Taiwan Semiconductor Manufacturing Company Limited", "NYSE", "TSMC"),
];

const DIRECTORY = createDirectory(LISTINGS);
const identify = createIdentify(
  DIRECTORY,
  createNameIndex(
    openNames(keepNames(makeNameTable(LISTINGS, [], ["北京", "高通胀"], (listing) => listing))),
    DIRECTORY.byTicker,
  ),
);

function namesIn(text: string): string[] {
  const surfaces = findPhrases(text).map(({ surface }) => surface);
  return Object.entries(identify(surfaces)).flatMap(([surface, matches]) =>
    matches.filter(({ form }) => form === "name").map(({ start, end }) => surface.slice(start, end)),
  );
}

describe("names in Asian scripts", () => {
  it.each([
    ["リコーの業績は好調", ["リコー"]],
    ["トヨタグループの販売", ["トヨタ"]],
    ["昨日トヨタ自動車が発表した", ["トヨタ自動車"]],
    ["今日の三菱UFJの株価", ["三菱UFJ"]],
    ["JR西日本が値上げ", ["JR西日本"]],
    ["하이브가 급등했다", ["하이브"]],
    ["LG전자와 삼성전자는 상승", ["LG전자", "삼성전자"]],
    ["TSMC는 투자를 늘린다", ["TSMC"]],
    ["今天腾讯控股上涨", ["腾讯控股"]],
    ["高通和京东上涨", ["高通", "京东"]],
  ])("are found in %s", (text, names) => {
    expect(namesIn(text)).toEqual(names);
  });

  it.each(["シリコーンの価格", "コリコーヒー", "하이브리드 차량 판매", "TLG전자상가", "서울하이브리드"])(
    "are not found inside another word: %s",
    (text) => {
      expect(namesIn(text)).toEqual([]);
    },
  );

  it.each(["关税推高通胀", "北京东城区的商店"])("are not found in a longer name that no listing has: %s", (text) => {
    expect(namesIn(text)).toEqual([]);
  });
});
