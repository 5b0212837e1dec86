import { useEffect, useRef, useState } from "preact/hooks";
import type { KeyTest } from "../domain/key-test";
import type { ProviderId } from "../providers/catalogue";
import type { OptionsDeps } from "./options-deps";

/**
 * The reader's key for a provider, and the last test of it; null before a test and after a change of the key. The key
 * is stored where only background and options page can read it; to test it, the background is asked to use it.
 */
export function useKey({ ask, keys }: Pick<OptionsDeps, "ask" | "keys">, id: ProviderId) {
  const [key, setKey] = useState("");
  const [test, setTest] = useState<KeyTest | "running" | null>(null);
  // An answer about an earlier key says nothing about the present one.
  const latest = useRef(0);
  useEffect(() => {
    void keys.get(id).then((kept) => setKey(kept ?? ""));
  }, [keys, id]);
  return {
    key,
    test,
    keep: async (typed: string) => {
      latest.current += 1;
      setKey(typed);
      setTest(null);
      await keys.set(id, typed.trim());
      await ask("key-changed", { provider: id });
    },
    run: async () => {
      latest.current += 1;
      const asked = latest.current;
      setTest("running");
      const reply = await ask("test-key", { provider: id });
      if (asked !== latest.current) return;
      setTest(reply.ok ? reply.value : { failure: reply.failure, status: 0, said: "" });
    },
  };
}
