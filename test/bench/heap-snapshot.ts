import type { Tab } from "./browser";

/** What of Chromium's heap snapshots is read; a node is so many numbers as there are fields. */
interface Snapshot {
  readonly snapshot: {
    readonly meta: { readonly node_fields: readonly string[]; readonly node_types: readonly [readonly string[]] };
  };
  readonly nodes: readonly number[];
  readonly strings: readonly string[];
}

const ENGINES_TYPES = new Set(["hidden", "code", "object shape", "synthetic"]);
/** How a snapshot names what the engine keeps beside the objects of scripts. */
const ENGINES_NAME = /^system \//;

/**
 * Kilobytes that scripts and documents hold, without what the engine made
 * for itself: compiled code, shapes of objects, caches. Collects garbage.
 */
export async function heldKilobytes({ cdp }: Pick<Tab, "cdp">): Promise<number> {
  const chunks: string[] = [];
  const keep = ({ chunk }: { readonly chunk: string }) => void chunks.push(chunk);
  cdp.on("HeapProfiler.addHeapSnapshotChunk", keep);
  await cdp.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  cdp.off("HeapProfiler.addHeapSnapshotChunk", keep);
  return heldIn(JSON.parse(chunks.join("")));
}

function heldIn({ snapshot: { meta }, nodes, strings }: Snapshot): number {
  const place = (field: string): number => {
    const at = meta.node_fields.indexOf(field);
    if (at < 0) throw new Error(`a heap snapshot without ${field}`);
    return at;
  };
  const [type, name, size] = [place("type"), place("name"), place("self_size")];
  let bytes = 0;
  for (let node = 0; node < nodes.length; node += meta.node_fields.length) {
    const isEngines =
      ENGINES_TYPES.has(meta.node_types[0][nodes[node + type] ?? 0] ?? "") ||
      ENGINES_NAME.test(strings[nodes[node + name] ?? 0] ?? "");
    if (!isEngines) bytes += nodes[node + size] ?? 0;
  }
  return bytes / 1024;
}
