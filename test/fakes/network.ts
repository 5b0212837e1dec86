import type { FetchText, TextReply } from "../../src/providers/fetch-text";

/** A network that answers from a function and remembers what was asked. */
export interface FakeNetwork {
  readonly fetchText: FetchText;
  readonly asked: URL[];
  /** Replaces what the network answers from now on. */
  answer: (url: URL) => TextReply | Promise<TextReply>;
}

export function createFakeNetwork(answer: FakeNetwork["answer"]): FakeNetwork {
  const network: FakeNetwork = {
    asked: [],
    answer,
    fetchText: async ({ url, hosts, signal }) => {
      const asked = new URL(url);
      if (!hosts.includes(asked.host)) return { kind: "foreign-host", host: asked.host };
      network.asked.push(asked);
      const aborted = new Promise<TextReply>((resolve) => {
        signal?.addEventListener("abort", () => resolve({ kind: "aborted" }));
      });
      return Promise.race([Promise.resolve(network.answer(asked)), aborted]);
    },
  };
  return network;
}

export function reply(body: string, status = 200, retryAfterMs: number | null = null): TextReply {
  return { kind: "reply", status, body, retryAfterMs };
}
