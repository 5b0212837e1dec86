import { expect, it } from "vitest";
import { standInForBrowser } from "../../fakes/browser-api";

type Alarm = { readonly name: string; readonly periodInMinutes?: number };

/** Stands in for the browser's alarms, which outlive the background. */
function createFakeAlarms() {
  const set = new Map<string, Alarm>();
  const listeners: ((alarm: Alarm) => void)[] = [];
  return {
    set,
    ring: (name: string) => listeners.forEach((hear) => void hear({ name })),
    alarms: {
      onAlarm: { addListener: (hear: (alarm: Alarm) => void) => void listeners.push(hear) },
      get: async (name: string) => set.get(name),
      create: (name: string, alarm: Omit<Alarm, "name">) => void set.set(name, { name, ...alarm }),
    },
  };
}

it("a schedule is made once and kept over the background's sleeps; only its own alarm does its work", async () => {
  const { alarms, set, ring } = createFakeAlarms();
  standInForBrowser({ runtime: { id: "sidequote" }, alarms });
  const { onSchedule } = await import("../../../src/platform/alarms");
  const works: string[] = [];
  onSchedule("directory", 60, () => void works.push("directory"));
  await Promise.resolve();
  await Promise.resolve();
  expect(set.get("directory")?.periodInMinutes).toBe(60);
  const first = set.get("directory");
  onSchedule("directory", 60, () => undefined);
  await Promise.resolve();
  await Promise.resolve();
  expect(set.get("directory")).toBe(first);
  ring("directory");
  ring("other");
  expect(works).toEqual(["directory"]);
});
