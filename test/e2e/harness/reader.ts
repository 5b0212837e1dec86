import type { ExtensionRun } from "./extension";

/** Agrees as a reader does, with the welcome page's button; in Firefox the browser may have asked already. */
export async function agree(run: ExtensionRun): Promise<void> {
  const welcome = await run.openOwnPage("welcome");
  await welcome.waitFor(pressOrDone, null);
  await welcome.waitFor(() => document.querySelector(".wl-consent .wl-done") !== null, null);
  await welcome.close();
}

function pressOrDone(): boolean {
  const button = document.querySelector<HTMLButtonElement>(".wl-consent button");
  button?.click();
  return button !== null || document.querySelector(".wl-consent .wl-done") !== null;
}
