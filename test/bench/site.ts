import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { generate } from "selfsigned";
import { officialFiles, serveOfficial } from "../fakes/official-files";
import { chartReply } from "./market";

/** A host among the sites that the extension is let into at install. */
export const NEWS_HOST = "www.reuters.com";

export interface Site {
  /** Every host name is to be resolved to this port of 127.0.0.1. */
  readonly port: number;
  /** Serves the HTML under a path of the news host; its address. */
  readonly put: (path: string, html: string) => string;
  /** From now on the official lists of listings are to be had, of made-up companies. */
  readonly offerLists: () => void;
  /** Requests to hosts other than the news host, since `forget()`. */
  readonly outgoing: () => readonly string[];
  readonly forget: () => void;
  /** When the last of them was answered, epoch milliseconds. */
  readonly answeredAt: () => number;
  readonly close: () => Promise<void>;
}

/** One local https server that stands for every host: the news pages, and Yahoo's replies made up from nothing. */
export async function openSite(): Promise<Site> {
  const { private: key, cert } = await generate([{ name: "commonName", value: "bench" }], { keySize: 2048 });
  const pages = new Map<string, string>();
  const outgoing: string[] = [];
  let hasLists = false;
  let answeredAt = 0;
  const official = serveOfficial(officialFiles());
  const lists = (host: string, path: string): string | null => {
    const answer = hasLists ? official(new URL(`https://${host}${path}`)) : null;
    return answer?.kind === "reply" && answer.status === 200 ? answer.body : null;
  };
  const server = createServer({ key, cert }, (request, response) => {
    const host = request.headers.host ?? "";
    const path = request.url ?? "/";
    if (host === NEWS_HOST) {
      const html = pages.get(path);
      // Isolation from other origins sharpens performance.now() from 100 µs to 5 µs.
      response.writeHead(html === undefined ? 404 : 200, {
        "content-type": "text/html; charset=utf-8",
        "cross-origin-opener-policy": "same-origin",
        "cross-origin-embedder-policy": "require-corp",
      });
      response.end(html);
      return;
    }
    outgoing.push(`${host}${path}`);
    const reply = lists(host, path) ?? chartReply(host, path, Date.now());
    response.writeHead(reply === null ? 404 : 200, { "content-type": "application/json" });
    response.end(reply ?? "{}", () => {
      answeredAt = performance.timeOrigin + performance.now();
    });
  });
  await new Promise<void>((listening) => server.listen(0, "127.0.0.1", listening));
  return {
    port: (server.address() as AddressInfo).port,
    put(path, html) {
      pages.set(path, html);
      return `https://${NEWS_HOST}${path}`;
    },
    offerLists: () => {
      hasLists = true;
    },
    outgoing: () => outgoing,
    forget: () => void outgoing.splice(0),
    answeredAt: () => answeredAt,
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => closed());
      }),
  };
}
