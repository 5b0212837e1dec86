import type { CardContent } from "../../domain/card-content";
import type { Description } from "../../domain/listing";
import { readableName } from "../../domain/readable-name";
import { isIndex } from "../../domain/ticker";

/** The company's full name as the directory has it; before its answer, the name that came with the mention. */
export function nameOf(content: Pick<CardContent, "name">, description: Description | null): string {
  return description?.listing?.name ?? content.name;
}

/**
 * A listing's name where there is little room: its ticker. An index has its name, because nobody knows it as `^N225`.
 */
export function labelOf(content: Pick<CardContent, "ticker" | "name">, description: Description | null): string {
  return isIndex(content.ticker) ? readableName(nameOf(content, description)) : content.ticker;
}
