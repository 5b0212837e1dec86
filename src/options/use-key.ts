import { useEffect, useRef, useState } from "preact/hooks";
import type { KeyTest } from "../domain/key-test";
import type { SettingsState } from "../domain/settings";
import type { ProviderId } from "../providers/catalogue";
import type { OptionsDeps } from "./options-deps";

/**
 * The reader's key for a provider, and the last test of it; null before a test and after a change of the key,
 * `not-saved` if the browser could not store the key. It is stored where only background and options page can read it;
 * to test it, the background is asked to use it. The key is read again with each new `state`, as an import of settings
 * can contain keys.
 */
export function useKey({ ask, keys }: Pick<OptionsDeps, "ask" | "keys">, id: ProviderId, state?: SettingsState) {
  const [key, setKey] = useState("");
  const [test, setTest] = useState<KeyTest | "running" | "not-saved" | null>(null);
  // An answer about an earlier key says nothing about the present one.
  const latest = useRef(0);
  /** The key in the field as it is stored. */
  const shown = useRef("");
  useEffect(() => {
    const before = latest.current;
    const show = (kept: string | null) => {
      // What was typed in the meantime stays.
      if (latest.current !== before || kept === (shown.current || null)) return;
      latest.current += 1;
      shown.current = kept ?? "";
      setKey(shown.current);
      setTest((last) => (last === "not-saved" ? last : null));
    };
    keys.get(id).then(show, (error) => console.error("Sidequote: a key could not be read", error));
  }, [keys, id, state]);
  return {
    key,
    test,
    keep: async (typed: string) => {
      latest.current += 1;
      shown.current = typed.trim();
      setKey(typed);
      setTest(null);
      const asked = latest.current;
      try {
        await keys.set(id, typed.trim());
      } catch (error) {
        console.error("Sidequote: a key could not be stored", error);
        if (asked === latest.current) setTest("not-saved");
      }
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
