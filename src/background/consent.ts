import * as z from "zod/mini";
import type { Store } from "../platform/storage";

const KEY = "consent";
const agreementSchema = z.object({ agreedAt: z.number() });

/** Whether the reader agreed to network use; nothing leaves the browser before. */
export interface Consent {
  /** When the reader agreed, epoch milliseconds; null when not, or withdrawn. */
  readonly agreedAt: () => Promise<number | null>;
  readonly give: () => Promise<void>;
  readonly withdraw: () => Promise<void>;
  /** Takes a consent the browser asked for at install as ours, unless the reader withdrew it here. */
  readonly adoptBrowsers: () => Promise<void>;
}

interface Dependencies {
  readonly local: Store;
  readonly now: () => number;
  /** Whether the reader agreed to send website content in the browser's own install prompt (Firefox). */
  readonly browserAgreed: () => Promise<boolean>;
  /** Called after the answer changed. */
  readonly changed: () => void;
}

/** The reader's consent, kept on this computer as `{ agreedAt }`, or `{ withdrawnAt }` after a withdrawal. */
export function createConsent({ local, now, browserAgreed, changed }: Dependencies): Consent {
  const agreedAt = async () => {
    const stored = agreementSchema.safeParse(await local.get(KEY)).data;
    return stored?.agreedAt ?? null;
  };
  const give = async () => {
    if ((await agreedAt()) !== null) return;
    await local.set(KEY, { agreedAt: now() });
    changed();
  };
  return {
    agreedAt,
    give,
    withdraw: async () => {
      await local.set(KEY, { withdrawnAt: now() });
      changed();
    },
    adoptBrowsers: async () => {
      if ((await local.get(KEY)) === undefined && (await browserAgreed())) await give();
    },
  };
}
