import { describe, expect, it } from "vitest";
import { createConsent } from "../../../src/background/consent";
import { welcomeOnce } from "../../../src/background/welcome";
import { createMemoryStore } from "../../fakes/memory-store";

function setUp({ browserAgrees = false } = {}) {
  const local = createMemoryStore();
  let changes = 0;
  const consent = createConsent({
    local,
    now: () => 42,
    browserAgreed: async () => browserAgrees,
    changed: () => {
      changes += 1;
    },
  });
  return { local, consent, changes: () => changes };
}

describe("consent", () => {
  it("is missing until it is given", async () => {
    const { consent, local } = setUp();
    expect(await consent.agreedAt()).toBeNull();
    await consent.give();
    expect(await consent.agreedAt()).toBe(42);
    expect(local.values.get("consent")).toEqual({ agreedAt: 42 });
  });

  it("keeps the day when it was given first", async () => {
    const { consent, local, changes } = setUp();
    await local.set("consent", { agreedAt: 7 });
    await consent.give();
    expect(await consent.agreedAt()).toBe(7);
    expect(changes()).toBe(0);
  });

  it.each([{ agreedAt: "yes" }, { agreedAt: true }, { agreed: 7 }, "yes", 7])(
    "is not taken from %j in the storage",
    async (stored) => {
      const { consent, local } = setUp();
      await local.set("consent", stored);
      expect(await consent.agreedAt()).toBeNull();
    },
  );

  it("can be withdrawn, and stays so against the browser's own", async () => {
    const { consent } = setUp({ browserAgrees: true });
    await consent.adoptBrowsers();
    expect(await consent.agreedAt()).toBe(42);
    await consent.withdraw();
    await consent.adoptBrowsers();
    expect(await consent.agreedAt()).toBeNull();
  });

  it("is not taken from a browser that did not ask", async () => {
    const { consent, changes } = setUp();
    await consent.adoptBrowsers();
    expect(await consent.agreedAt()).toBeNull();
    expect(changes()).toBe(0);
  });
});

describe("welcome", () => {
  it("opens once", async () => {
    const local = createMemoryStore();
    let opened = 0;
    const open = async () => {
      opened += 1;
    };
    await welcomeOnce(local, open);
    await welcomeOnce(local, open);
    expect(opened).toBe(1);
  });
});
