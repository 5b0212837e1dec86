import { describe, expect, it } from "vitest";
import { createOutgoing } from "../../../src/background/outgoing";

const HOST = "query1.finance.yahoo.com";
const request = { url: `https://${HOST}/v8/finance/chart/BABA`, hosts: [HOST] };

function setUp() {
  const reader = { agrees: true, permits: true };
  const clock = { uptime: 0 };
  const sent: string[] = [];
  const outgoing = createOutgoing({
    fetch: async (input) => {
      sent.push(String(input));
      return new Response("{}");
    },
    hasConsent: async () => reader.agrees,
    isPermitted: async (hosts) => reader.permits && hosts.includes(HOST),
    now: () => 1_000_000 + clock.uptime,
    uptime: () => clock.uptime,
  });
  return { reader, clock, sent, outgoing };
}

describe("a request", () => {
  it("leaves when the reader agreed and lets us reach the host", async () => {
    const { outgoing, sent } = setUp();
    expect(await outgoing.fetchText(request)).toMatchObject({ kind: "reply", status: 200 });
    expect(sent).toEqual([request.url]);
  });

  it.each([
    ["consent", "agrees", "no-consent"],
    ["the permission", "permits", "no-permission"],
  ] as const)("does not leave without %s, also when it was taken back after the one before", async (_, what, kind) => {
    const { outgoing, sent, reader } = setUp();
    await outgoing.fetchText(request);
    reader[what] = false;
    expect(await outgoing.fetchText(request)).toEqual({ kind });
    expect(sent).toHaveLength(1);
  });

  it("does not leave when the reader takes consent back while the permission is asked", async () => {
    const { reader, clock } = setUp();
    const sent: string[] = [];
    const outgoing = createOutgoing({
      fetch: async (input) => {
        sent.push(String(input));
        return new Response("{}");
      },
      hasConsent: async () => reader.agrees,
      isPermitted: async () => {
        reader.agrees = false;
        return true;
      },
      now: () => 0,
      uptime: () => clock.uptime,
    });
    expect(await outgoing.fetchText(request)).toEqual({ kind: "no-consent" });
    expect(sent).toEqual([]);
  });

  it("is one of 120 a minute at most, whoever asks", async () => {
    const { outgoing, sent, clock } = setUp();
    await Promise.all(Array.from({ length: 130 }, () => outgoing.fetchText(request)));
    expect(sent).toHaveLength(120);
    clock.uptime = 20_000;
    expect(await outgoing.fetchText(request)).toEqual({ kind: "too-many", until: 1_060_000 });
    clock.uptime = 60_000;
    expect(await outgoing.fetchText(request)).toMatchObject({ kind: "reply" });
  });
});
