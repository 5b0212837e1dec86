import { expect, it } from "vitest";
import { readableName } from "../../../src/domain/readable-name";

it.each([
  ["Samsung Electronics Co., Ltd.", "Samsung Electronics"],
  ["Alibaba Group Holding Limited", "Alibaba Group"],
  ["Apple Inc.", "Apple"],
  ["AT&T Inc.", "AT&T"],
  ["Eli Lilly and Company", "Eli Lilly"],
  ["Deere & Company", "Deere"],
  ["Merck & Co., Inc.", "Merck"],
  ["Johnson & Johnson", "Johnson & Johnson"],
  ["The Coca-Cola Company", "Coca-Cola"],
  ["Nestlé S.A.", "Nestlé"],
  ["SAP SE", "SAP"],
  ["Enel S.p.A.", "Enel"],
  ["Tencent Holdings Limited", "Tencent Holdings"],
  ["S&P 500", "S&P 500"],
  ["Limited", "Limited"],
  ["삼성전자", "삼성전자"],
])("%s is read as %s", (name, readable) => {
  expect(readableName(name)).toBe(readable);
});
