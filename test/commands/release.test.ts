import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import manifest from "../../manifest.json";
import { version } from "../../package.json";

interface Heard {
  readonly line: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

const CREDENTIALS = {
  CWS_CLIENT_ID: "client",
  CWS_CLIENT_SECRET: "secret",
  CWS_REFRESH_TOKEN: "refresh",
  CWS_PUBLISHER_ID: "publisher",
  CWS_ITEM_ID: "item",
  WEB_EXT_API_KEY: "user:1:1",
  WEB_EXT_API_SECRET: "secret-of-mozilla",
};
const CHROME_ITEM = "publishers/publisher/items/item";
const ADDON = `/amo/addons/addon/${encodeURIComponent(manifest["{{firefox}} browser_specific_settings"].gecko.id)}/`;

/** What the stores answer, by request. */
const ANSWERS: Readonly<Record<string, object>> = {
  "POST /token": { access_token: "access", expires_in: 3599, token_type: "Bearer" },
  [`POST /cws/upload/v2/${CHROME_ITEM}:upload`]: { uploadState: "SUCCEEDED", crxVersion: version },
  [`POST /cws/v2/${CHROME_ITEM}:publish`]: { itemId: "item", state: "PENDING_REVIEW" },
  "POST /amo/addons/upload/": { uuid: "upload-1", processed: false },
  "GET /amo/addons/upload/upload-1/": { uuid: "upload-1", processed: true, valid: true, validation: {} },
  [`PUT ${ADDON}`]: { version: { id: 7, edit_url: "https://example.org/edit" } },
  [`PATCH ${ADDON}versions/7/`]: {},
};

describe("the release script, with this test as the stores,", () => {
  const heard: Heard[] = [];
  let refused: string | null = null;
  let address: string;
  let outDir: string;
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const line = `${request.method} ${decodeURI(request.url ?? "").replaceAll("@", "%40")}`;
    heard.push({ line, headers: request.headers, body: Buffer.concat(chunks) });
    const answer = ANSWERS[line];
    response.writeHead(line === refused ? 401 : answer ? 200 : 404, { "content-type": "application/json" });
    response.end(JSON.stringify(line === refused ? { error: "invalid_grant" } : (answer ?? {})));
  });
  beforeAll(async () => {
    outDir = await mkdtemp(join(tmpdir(), "sidequote-release-test-"));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    heard.length = 0;
    refused = null;
  });
  afterAll(async () => {
    server.close();
    await rm(outDir, { recursive: true, force: true });
  });

  const run = (args: readonly string[], credentials: object = CREDENTIALS) =>
    runScript(["tools/release.mjs", "--out", outDir, ...args], {
      CWS_API_URL: `${address}/cws`,
      CWS_TOKEN_URL: `${address}/token`,
      WEB_EXT_AMO_BASE_URL: `${address}/amo/`,
      ...credentials,
    });
  const packageOf = (kind: string) => readFile(join(outDir, `sidequote-${version}-${kind}.zip`));

  it("uploads Chromium's package with a fresh token, then publishes it", async () => {
    const { status, output } = await run(["chrome"]);
    expect(output).toContain(`chrome: ${version} is PENDING_REVIEW`);
    expect(status).toBe(0);
    expect(heard.map(({ line }) => line)).toEqual([
      "POST /token",
      `POST /cws/upload/v2/${CHROME_ITEM}:upload`,
      `POST /cws/v2/${CHROME_ITEM}:publish`,
    ]);
    const [token, upload, publish] = heard;
    expect(Object.fromEntries(new URLSearchParams(token?.body.toString()))).toEqual({
      client_id: "client",
      client_secret: "secret",
      refresh_token: "refresh",
      grant_type: "refresh_token",
    });
    expect(upload?.headers).toMatchObject({ authorization: "Bearer access", "content-type": "application/zip" });
    expect(upload?.body.equals(await packageOf("chromium"))).toBe(true);
    expect(publish?.headers.authorization).toBe("Bearer access");
  });

  it("submits Firefox's package to be listed, then the source beside it", async () => {
    const { status, output } = await run(["firefox"]);
    expect(output).toContain(`firefox: ${version} is submitted`);
    expect(status).toBe(0);
    expect(heard.map(({ line }) => line)).toEqual([
      "POST /amo/addons/upload/",
      "GET /amo/addons/upload/upload-1/",
      `PUT ${ADDON}`,
      `PATCH ${ADDON}versions/7/`,
    ]);
    const [upload, , submission, source] = heard;
    for (const { headers } of heard) expect(headers.authorization).toMatch(/^JWT /);
    const fields = await formOf(upload);
    expect(fields.get("channel")).toBe("listed");
    const sent = unzipSync(new Uint8Array(await (fields.get("upload") as File).arrayBuffer()));
    const packed = unzipSync(await packageOf("firefox"));
    const files = Object.keys(packed).sort();
    expect(
      Object.keys(sent)
        .filter((name) => !name.endsWith("/"))
        .sort(),
    ).toEqual(files);
    for (const name of files)
      expect(Buffer.from(sent[name] ?? []).equals(packed[name] ?? Buffer.of()), name).toBe(true);
    expect(JSON.parse(submission?.body.toString() ?? "")).toEqual({ version: { upload: "upload-1" } });
    const archive = (await formOf(source)).get("source") as File;
    expect(Buffer.from(await archive.arrayBuffer()).equals(await packageOf("source"))).toBe(true);
  });

  it("says in plain words which credentials are missing, and sends nothing", async () => {
    const { status, output } = await run([], { CWS_ITEM_ID: "item" });
    expect(output).toContain(
      "chrome: not sent, CWS_CLIENT_ID, CWS_CLIENT_SECRET, CWS_REFRESH_TOKEN, CWS_PUBLISHER_ID not set",
    );
    expect(output).toContain("firefox: not sent, WEB_EXT_API_KEY, WEB_EXT_API_SECRET not set");
    expect(output).not.toMatch(/^ +at /m);
    expect(status).toBe(1);
    expect(heard).toEqual([]);
  });

  it("sends nothing on a dry run", async () => {
    const { status, output } = await run(["--dry-run"]);
    expect(output).toContain(`chrome: would send ${version}`);
    expect(output).toContain(`firefox: would send ${version}`);
    expect(status).toBe(0);
    expect(heard).toEqual([]);
  });

  it.each(["POST /token", `POST /cws/upload/v2/${CHROME_ITEM}:upload`])(
    "says what the store said when it refuses %s, and publishes nothing",
    async (line) => {
      refused = line;
      const { status, output } = await run(["chrome"]);
      expect(output).toMatch(/^chrome: 127\.0\.0\.1:\d+ answered 401: .*invalid_grant/m);
      expect(output).not.toMatch(/^ +at /m);
      expect(status).toBe(1);
      expect(heard.at(-1)?.line).toBe(line);
    },
  );

  it("knows no other store", async () => {
    expect(await run(["opera"])).toEqual({ status: 1, output: "no store opera: chrome, firefox\n" });
  });
}, 120_000);

async function formOf(request: Heard | undefined): Promise<FormData> {
  const headers = { "content-type": request?.headers["content-type"] ?? "" };
  return new Response(new Uint8Array(request?.body ?? Buffer.of()), { headers }).formData();
}

/** Runs a script of ours with these variables and no other credential; its output of both kinds in one text. */
function runScript(args: readonly string[], variables: object): Promise<{ status: number | null; output: string }> {
  const kept = Object.entries(process.env).filter(([name]) => !/^(CWS|WEB_EXT)_/.test(name));
  const child = spawn(process.execPath, args, { env: { ...Object.fromEntries(kept), ...variables } });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  return new Promise((resolve) => child.on("close", (status) => resolve({ status, output })));
}
