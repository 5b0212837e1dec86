import { expect, test } from "vitest";
import { lineup } from "../../../../src/background/closes/lineup";
import { PROVIDERS } from "../../../../src/providers/all";
import { factsOf, PROVIDER_IDS } from "../../../../src/providers/catalogue";

test("all keys are read at once, so that a database which answers late is waited for once", async () => {
  const asked: string[] = [];
  const keyOf = (id: string) => {
    asked.push(id);
    return new Promise<null>(() => undefined);
  };
  void lineup({ providers: PROVIDERS, order: async () => PROVIDER_IDS, keyOf }, 1);
  await new Promise((resolve) => setTimeout(resolve));
  expect(asked).toEqual(PROVIDER_IDS.filter((id) => factsOf(id).needsKey));
});
