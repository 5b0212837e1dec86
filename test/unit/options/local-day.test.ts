import { afterEach, expect, it, vi } from "vitest";
import { localDayOf } from "../../../src/options/privacy-section";

afterEach(() => vi.unstubAllEnvs());

it.each([
  ["America/New_York", "2025-11-11"],
  ["Europe/Berlin", "2025-11-12"],
  ["Asia/Tokyo", "2025-11-12"],
])("is the day by a clock in %s", (zone, day) => {
  vi.stubEnv("TZ", zone);
  expect(localDayOf(Date.parse("2025-11-12T01:30:00Z"))).toBe(day);
});
