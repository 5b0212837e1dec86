import type { ComponentChildren } from "preact";

/** A text with drawn parts in the places of its `{placeholders}`; one without a part stays as it is written. */
export function Filled({ template, parts }: { template: string; parts: Readonly<Record<string, ComponentChildren>> }) {
  return <>{template.split(/(\{\w+\})/).map((piece) => parts[/^\{(\w+)\}$/.exec(piece)?.[1] ?? ""] ?? piece)}</>;
}
