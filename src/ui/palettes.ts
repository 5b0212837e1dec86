import type { Settings } from "../domain/settings";

/** The colours of rise and fall that theme.css knows. */
export type Palette = Exclude<Settings["look"]["palette"], "auto">;

/** The palette to draw with. "auto" shows rises in red for languages whose press does (Chinese, Japanese, Korean). */
export function paletteFor(setting: Settings["look"]["palette"], language: string): Palette {
  if (setting !== "auto") return setting;
  return /^(zh|ja|ko)\b/i.test(language.replaceAll("_", "-")) ? "red-up" : "green-up";
}

/** The scheme to use, or undefined to follow the system. `pageIsDark` is called only for the setting "page". */
export function schemeFor(
  setting: Settings["look"]["theme"],
  pageIsDark: () => boolean | null = () => null,
): "light" | "dark" | undefined {
  if (setting === "light" || setting === "dark") return setting;
  if (setting === "auto") return undefined;
  const dark = pageIsDark();
  return dark === null ? undefined : dark ? "dark" : "light";
}
