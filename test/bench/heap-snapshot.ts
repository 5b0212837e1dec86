import type { Tab } from "./browser";

/** Self sizes of a heap snapshot's nodes, in kilobytes: what scripts and documents hold, and what the engine made for itself. */
export interface HeapKinds {
  readonly held: number;
  /** Compiled code, shapes of objects, caches. */
  readonly engines: number;
}

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

/** Takes a snapshot, after garbage collection. */
export async function heapKinds({ cdp }: Pick<Tab, "cdp">): Promise<HeapKinds> {
  const chunks: string[] = [];
  const keep = ({ chunk }: { readonly chunk: string }) => void chunks.push(chunk);
  cdp.on("HeapProfiler.addHeapSnapshotChunk", keep);
  await cdp.send("HeapProfiler.takeHeapSnapshot", { reportProgress: false });
  cdp.off("HeapProfiler.addHeapSnapshotChunk", keep);
  return kindsIn(JSON.parse(chunks.join("")));
}

function kindsIn({ snapshot: { meta }, nodes, strings }: Snapshot): HeapKinds {
  const [type, name, size] = ["type", "name", "self_size"].map((field) => meta.node_fields.indexOf(field));
  if (type === undefined || name === undefined || size === undefined) throw new Error("no heap snapshot");
  const bytes = { held: 0, engines: 0 };
  for (let node = 0; node < nodes.length; node += meta.node_fields.length) {
    const isEngines =
      ENGINES_TYPES.has(meta.node_types[0][nodes[node + type] ?? 0] ?? "") ||
      ENGINES_NAME.test(strings[nodes[node + name] ?? 0] ?? "");
    bytes[isEngines ? "engines" : "held"] += nodes[node + size] ?? 0;
  }
  return { held: bytes.held / 1024, engines: bytes.engines / 1024 };
}
