import * as z from "zod/mini";
import type { Failure } from "../../domain/failure";
import { PROVIDER_IDS } from "../../providers/catalogue";

const ticker = z.string();
const provider = z.enum(PROVIDER_IDS);

/** The failures of providers that are kept: why they refused a ticker, and why they rest. */
export const keptFailure: z.ZodMiniType<Failure> = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("unknown-ticker"), ticker }),
  z.object({ kind: z.literal("not-entitled"), provider, ticker }),
  z.object({ kind: z.literal("not-served"), provider, ticker }),
  z.object({ kind: z.literal("rate-limited"), provider: z.nullable(provider), until: z.number() }),
  z.object({ kind: z.literal("key-refused"), provider }),
]);

/** The kinds of failure that an answer's list of what each source said may contain. */
export const TOLD_FAILURES = [
  "offline",
  "unreachable",
  "unknown-ticker",
  "not-found",
  "no-data-yet",
  "rate-limited",
  "source-broken",
  "source-down",
  "key-refused",
  "not-entitled",
  "not-served",
  "no-permission",
  "aborted",
] as const satisfies readonly Failure["kind"][];
