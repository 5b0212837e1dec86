import type { ComponentChildren } from "preact";

/** A text with elements in the places of its `{placeholders}`. A placeholder without an element stays. */
export function Filled({ template, parts }: { template: string; parts: Readonly<Record<string, ComponentChildren>> }) {
  return <>{template.split(/(\{\w+\})/).map((piece) => parts[/^\{(\w+)\}$/.exec(piece)?.[1] ?? ""] ?? piece)}</>;
}
