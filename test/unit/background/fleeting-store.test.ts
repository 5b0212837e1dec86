import { expect, it } from "vitest";
import { createFleetingStore } from "../../../src/background/fleeting-store";

it("keeps nothing that comes when the last private window is closed", async () => {
  let isOpen = true;
  const store = createFleetingStore(async () => isOpen);
  await store.set("closes:BABA", 1);
  expect(await store.getAll()).toEqual({ "closes:BABA": 1 });
  isOpen = false;
  store.clear();
  await store.set("closes:MSFT", 2);
  expect(await store.getAll()).toEqual({});
});
