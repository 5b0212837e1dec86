import { readFileSync } from "node:fs";
import { join } from "node:path";

const FOLDER = join(import.meta.dirname, "../../fixtures/replies");

/** The body of a reply written for this project, by its path under test/fixtures/replies. */
export function replyFile(path: string): string {
  return readFileSync(join(FOLDER, path), "utf8");
}
