// Sends the packages of this version to the stores:  node tools/release.mjs [--dry-run] [chrome] [firefox]
// Needs only credentials, as environment variables (docs/store/release.md says where each comes from).
import { spawnSync } from "node:child_process";
import { readFile, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { buildExtension } from "../build.mjs";
import { packageExtension } from "./package.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const outDir = join(root, "dist");
const CHROME_API = "https://chromewebstore.googleapis.com";

const STORES = {
  chrome: {
    variables: ["CWS_CLIENT_ID", "CWS_CLIENT_SECRET", "CWS_REFRESH_TOKEN", "CWS_PUBLISHER_ID", "CWS_ITEM_ID"],
    send: sendToChrome,
  },
  firefox: { variables: ["WEB_EXT_API_KEY", "WEB_EXT_API_SECRET"], send: sendToFirefox },
};

const { values, positionals } = parseArgs({
  options: { "dry-run": { type: "boolean" } },
  allowPositionals: true,
});
const stores = positionals.length > 0 ? positionals : Object.keys(STORES);
const unknown = stores.filter((store) => !(store in STORES));
if (unknown.length > 0) throw new Error(`no store ${unknown.join(", ")}: ${Object.keys(STORES).join(", ")}`);

const { version } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
for (const { name, size } of await packageExtension({ outDir })) console.log(`${name}  ${size} bytes`);
for (const store of stores) {
  const missing = STORES[store].variables.filter((name) => !process.env[name]);
  if (missing.length > 0) {
    console.error(`${store}: not sent, ${missing.join(", ")} not set`);
    process.exitCode = 1;
  } else if (values["dry-run"]) console.log(`${store}: would send ${version}`);
  else await STORES[store].send();
}

async function sendToChrome() {
  const { CWS_CLIENT_ID, CWS_CLIENT_SECRET, CWS_REFRESH_TOKEN, CWS_PUBLISHER_ID, CWS_ITEM_ID } = process.env;
  const { access_token: token } = await answerOf("https://oauth2.googleapis.com/token", {
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
    body: await readFile(join(outDir, `sidequote-${version}-chromium.zip`)),
  });
  if (upload.uploadState !== "SUCCEEDED") {
    throw new Error(`Chrome's store has not taken the upload: ${JSON.stringify(upload)}; publish it in the dashboard`);
  }
  const { state } = await answerOf(`${CHROME_API}/v2/${item}:publish`, { method: "POST", headers });
  console.log(`chrome: ${version} is ${state}`);
}

async function answerOf(url, init) {
  const response = await fetch(url, init);
  const text = await response.text();
  if (!response.ok) throw new Error(`${new URL(url).host} answered ${response.status}: ${text}`);
  return JSON.parse(text);
}

/** Mozilla wants the built folder, and the source beside it because the scripts are minified. */
async function sendToFirefox() {
  const folder = join(root, ".cache", "release-firefox");
  await buildExtension({ target: "firefox", outDir: folder });
  const source = join(outDir, `sidequote-${version}-source.zip`);
  const webExt = join(root, "node_modules", "web-ext", "bin", "web-ext.js");
  const sign = ["sign", "--channel=listed", "--approval-timeout=0", `--source-dir=${folder}`];
  const { status } = spawnSync(process.execPath, [webExt, ...sign, `--upload-source-code=${source}`], {
    cwd: root,
    stdio: "inherit",
  });
  await rm(folder, { recursive: true });
  if (status !== 0) throw new Error("web-ext sign failed");
  console.log(`firefox: ${version} is submitted`);
}
