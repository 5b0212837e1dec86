import type { Store } from "../platform/storage";

const KEY = "welcomed";

/** Opens the welcome page after the first installation in this profile of the browser. */
export async function welcomeOnce(local: Store, open: () => Promise<void>): Promise<void> {
  if ((await local.get(KEY)) !== undefined) return;
  await local.set(KEY, true);
  await open();
}
