import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import { generate } from "selfsigned";
import type { Answer } from "./network";

/** What Firefox asks of the world on its own account; nothing of ours. */
const FIREFOX_OWN_HOSTS = /(^|\.)(mozilla\.(com|net|org)|firefox\.com|mozgcp\.net|example\.com)$/;

/** One https server that stands for every host: WebDriver BiDi cannot intercept the background's requests. */
export async function startInternet(handle: Answer): Promise<{ port: number; close: () => Promise<void> }> {
  const { private: key, cert } = await generate([{ name: "commonName", value: "localhost" }]);
  const server = createServer({ key, cert }, (request, response) => {
    answer(request, response, handle).catch((error: unknown) => {
      console.error("the test network failed", error);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, handle: Answer): Promise<void> {
  const host = request.headers.host ?? "";
  if (FIREFOX_OWN_HOSTS.test(host)) {
    response.writeHead(404).end();
    return;
  }
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const reply = await handle({
    method: request.method ?? "GET",
    url: `https://${host}${request.url ?? "/"}`,
    headers: Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)])),
    body: chunks.length > 0 ? Buffer.concat(chunks).toString() : null,
  });
  if (reply === "hanging") return;
  if (reply === "unreachable") {
    request.socket.destroy();
    return;
  }
  response.writeHead(reply.status, { "content-type": reply.contentType, ...reply.headers }).end(reply.body);
}
