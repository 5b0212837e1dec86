// Sends the packages of this version to the stores:  node tools/release.mjs [--dry-run] [--out DIR] [chrome] [firefox]
// Needs only credentials, as environment variables (docs/store/release.md says where each comes from).
// CWS_API_URL, CWS_TOKEN_URL and WEB_EXT_AMO_BASE_URL stand for
// the stores' own addresses, so that a test can be the stores.
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { unzipSync } from "fflate";
import { packageExtension } from "./package.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const CHROME_API = process.env.CWS_API_URL ?? "https://chromewebstore.googleapis.com";
const CHROME_TOKENS = process.env.CWS_TOKEN_URL ?? "https://oauth2.googleapis.com/token";

const STORES = {
  chrome: {
    variables: ["CWS_CLIENT_ID", "CWS_CLIENT_SECRET", "CWS_REFRESH_TOKEN", "CWS_PUBLISHER_ID", "CWS_ITEM_ID"],
    packages: ["chromium"],
    send: sendToChrome,
  },
  firefox: {
    variables: ["WEB_EXT_API_KEY", "WEB_EXT_API_SECRET"],
    packages: ["firefox", "source"],
    send: sendToFirefox,
  },
};

const { values, positionals } = parseArgs({
  options: { "dry-run": { type: "boolean" }, out: { type: "string" } },
  allowPositionals: true,
});
const outDir = resolve(values.out ?? join(root, "dist"));
const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
const stores = positionals.length > 0 ? positionals : Object.keys(STORES);
const unknown = stores.filter((store) => !(store in STORES));
if (unknown.length > 0) refuse(`no store ${unknown.join(", ")}: ${Object.keys(STORES).join(", ")}`);
else {
  const ready = stores.filter(hasCredentials);
  const kinds = ready.flatMap((store) => STORES[store].packages);
  for (const { name, size } of await packageExtension({ outDir, kinds })) console.log(`${name}  ${size} bytes`);
  for (const store of ready) await release(store);
}

function hasCredentials(store) {
  const missing = STORES[store].variables.filter((name) => !process.env[name]);
  if (missing.length > 0) refuse(`${store}: not sent, ${missing.join(", ")} not set`);
  return missing.length === 0;
}

function packageOf(kind) {
  return join(outDir, `sidequote-${version}-${kind}.zip`);
}

/** A failure at one store does not stop the other. */
async function release(store) {
  if (values["dry-run"]) return console.log(`${store}: would send ${version}`);
  try {
    await STORES[store].send();
  } catch (error) {
    refuse(`${store}: ${error.message}`);
  }
}

function refuse(line) {
  console.error(line);
  process.exitCode = 1;
}

async function sendToChrome() {
  const { CWS_CLIENT_ID, CWS_CLIENT_SECRET, CWS_REFRESH_TOKEN, CWS_PUBLISHER_ID, CWS_ITEM_ID } = process.env;
  const { access_token: token } = await answerOf(CHROME_TOKENS, {
    method: "POST",
    body: new URLSearchParams({
      client_id: CWS_CLIENT_ID,
      client_secret: CWS_CLIENT_SECRET,
      refresh_token: CWS_REFRESH_TOKEN,
      grant_type: "refresh_token",
    }),
  });
  const item = `publishers/${CWS_PUBLISHER_ID}/items/${CWS_ITEM_ID}`;
  const headers = { authorization: `Bearer ${token}` };
  const upload = await answerOf(`${CHROME_API}/upload/v2/${item}:upload`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/zip" },
    body: await readFile(packageOf("chromium")),
  });
  if (upload.uploadState !== "SUCCEEDED") {
    throw new Error(`Chrome's store has not taken the upload: ${JSON.stringify(upload)}; publish it in the dashboard`);
  }
  const { state } = await answerOf(`${CHROME_API}/v2/${item}:publish`, { method: "POST", headers });
  console.log(`chrome: ${version} is ${state}`);
}

async function answerOf(url, init) {
  const response = await fetch(url, init).catch((error) => {
    throw new Error(`${new URL(url).host} could not be reached: ${error.cause?.message ?? error.message}`);
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${new URL(url).host} answered ${response.status}: ${text}`);
  return JSON.parse(text);
}

/** Mozilla gets what its package holds, as a folder, and the source, because the scripts are minified. */
async function sendToFirefox() {
  const folder = await mkdtemp(join(tmpdir(), "sidequote-release-"));
  const built = join(folder, "firefox");
  for (const [name, bytes] of Object.entries(unzipSync(await readFile(packageOf("firefox"))))) {
    await mkdir(dirname(join(built, name)), { recursive: true });
    await writeFile(join(built, name), bytes);
  }
  const webExt = join(root, "node_modules", "web-ext", "bin", "web-ext.js");
  const sign = [
    "sign",
    "--channel=listed",
    "--approval-timeout=0",
    `--source-dir=${built}`,
    `--artifacts-dir=${join(folder, "artifacts")}`,
    `--upload-source-code=${packageOf("source")}`,
  ];
  const { status } = spawnSync(process.execPath, [webExt, ...sign], { cwd: root, stdio: "inherit" });
  await rm(folder, { recursive: true });
  if (status !== 0) throw new Error(`${version} was not taken; web-ext says why above`);
  console.log(`firefox: ${version} is submitted`);
}
