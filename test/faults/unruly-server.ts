import type { ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { generate } from "selfsigned";

/** How the server answers a request; nothing of it can be said by a reply that is given whole. */
export type Conduct = (response: ServerResponse, url: URL) => void;

/** A server that stands for every host that is no page, and answers byte by byte as a test wants it. */
export interface UnrulyServer {
  /** Start flags that lead Chromium to it. */
  readonly flags: readonly string[];
  readonly conduct: (next: Conduct) => void;
  /** What was asked, oldest first: the address, the bytes sent for it, and whether the reply was taken to its end. */
  readonly served: () => readonly Served[];
  readonly close: () => Promise<void>;
}

interface Served {
  readonly url: string;
  bytes: number;
  isWhole: boolean;
  isOver: boolean;
}

export async function startUnrulyServer(): Promise<UnrulyServer> {
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }]);
  const served: Served[] = [];
  let conduct: Conduct = (response) => response.destroy();
  const server = createServer({ key, cert }, (request, response) => {
    const url = `https://${request.headers.host}${request.url}`;
    const entry: Served = { url, bytes: 0, isWhole: false, isOver: false };
    served.push(entry);
    response.on("close", () => {
      entry.isWhole = response.writableFinished;
      entry.isOver = true;
      entry.bytes = request.socket.bytesWritten;
    });
    conduct(response, new URL(url));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    flags: [`--host-resolver-rules=MAP * 127.0.0.1:${port}`, "--ignore-certificate-errors"],
    conduct: (next) => {
      conduct = next;
    },
    served: () => served,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** One byte now and one more each second, as long as anybody listens. */
export const dripping: Conduct = (response) => {
  response.writeHead(200, { "content-type": "application/json" });
  const timer = setInterval(() => response.write(" "), 1_000);
  response.write("{");
  response.on("close", () => clearInterval(timer));
};

const PIECE = Buffer.alloc(64 * 1024, " ");
/** Eight megabytes a second, a good line: sent all at once, most would be on its way before anybody could hang up. */
const MS_PER_PIECE = 8;

/** A reply of so many bytes, in a steady stream; with `announced`, its length is said before. */
export function flooding(bytes: number, announced: boolean): Conduct {
  return (response) => {
    response.writeHead(200, { "content-type": "application/json", ...(announced ? { "content-length": bytes } : {}) });
    const write = (left: number): void => {
      if (response.destroyed) return;
      if (left <= 0) response.end();
      else response.write(PIECE.subarray(0, left), () => setTimeout(write, MS_PER_PIECE, left - PIECE.length));
    };
    write(bytes);
  };
}
