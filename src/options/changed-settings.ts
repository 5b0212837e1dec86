import type { Settings, SettingsPatch } from "../domain/settings";

/** How many settings a patch would change. */
export function countChanges(settings: Settings, patch: SettingsPatch): number {
  let count = 0;
  for (const [section, fields] of Object.entries(patch)) {
    if (section === "version") continue;
    const now: unknown = Reflect.get(settings, section);
    if (typeof fields !== "object" || typeof now !== "object" || now === null) count += Number(fields !== now);
    else {
      count += Object.entries(fields).filter(
        ([name, value]) => JSON.stringify(value) !== JSON.stringify(Reflect.get(now, name)),
      ).length;
    }
  }
  return count;
}
