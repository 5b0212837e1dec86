import { type ComparisonsDeps, createComparisons } from "../../src/background/closes/comparisons";
import { createFleetingStore } from "../../src/background/fleeting-store";
import { DEFAULT_SETTINGS } from "../../src/domain/settings";
import { BENCHMARK } from "../../src/domain/ticker";
import { PROVIDERS } from "../../src/providers/all";
import type { ProviderId } from "../../src/providers/catalogue";
import { createMemoryStore } from "./memory-store";
import { createFakeNetwork, type FakeNetwork } from "./network";

/** Comparisons over a fake network, stores and clocks; `restart` is what a killed background leaves behind. */
export function createWorld(answer: FakeNetwork["answer"], overrides: Partial<ComparisonsDeps> & { at?: string } = {}) {
  const network = createFakeNetwork(answer);
  const localStore = createMemoryStore();
  const sessionStore = createMemoryStore();
  const privateStore = createFleetingStore(async () => true);
  const clock = { now: Date.parse(overrides.at ?? "2025-11-11T22:30:00Z"), uptime: 0 };
  const keys = new Map<ProviderId, string>();
  const start = () =>
    createComparisons({
      providers: PROVIDERS,
      fetchText: network.fetchText,
      localStore,
      sessionStore,
      privateStore,
      now: () => clock.now,
      uptime: () => clock.uptime,
      wait: async (ms) => {
        clock.uptime += ms;
      },
      keyOf: async (provider) => keys.get(provider) ?? null,
      benchmarkChoice: async () => ({ benchmark: BENCHMARK, homeIndex: false }),
      order: async () => DEFAULT_SETTINGS.source.order,
      kindOf: async () => undefined,
      isPermitted: async () => true,
      hasConsent: async () => true,
      ...overrides,
    });
  const world = {
    network,
    localStore,
    sessionStore,
    privateStore,
    clock,
    keys,
    comparisons: start(),
    restart: () => {
      world.comparisons = start();
    },
    pass: (ms: number) => {
      clock.now += ms;
      clock.uptime += ms;
    },
  };
  return world;
}

export const OWN_PAGE = { isPrivate: false } as const;
