import * as z from "zod/mini";
import type { Store } from "../platform/storage";

const KEY = "consent";
const agreementSchema = z.object({ agreedAt: z.number() });

/** Whether the reader agreed to network use; nothing leaves the browser before. */
export interface Consent {
  /** When the reader agreed, epoch milliseconds; null if never, or if the consent was withdrawn. */
  readonly agreedAt: () => Promise<number | null>;
  readonly give: () => Promise<void>;
  readonly withdraw: () => Promise<void>;
  /** Takes over the consent that the browser asked for at installation, unless the reader withdrew consent here. */
  readonly adoptBrowsers: () => Promise<void>;
}

interface Dependencies {
  readonly local: Store;
  readonly now: () => number;
  /** Whether the reader agreed to send website content in the browser's own install prompt (Firefox). */
  readonly browserAgreed: () => Promise<boolean>;
  /** Called after consent was given or withdrawn. */
  readonly changed: () => void;
}

/** The reader's consent, stored on this computer as `{ agreedAt }`, or as `{ withdrawnAt }` after a withdrawal. */
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
