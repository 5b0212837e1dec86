import { expect, it } from "vitest";
import { PROVIDERS } from "../../../src/providers/all";
import { PROVIDER_IDS } from "../../../src/providers/catalogue";

it("there is code for each provider of the catalogue, in its order", () => {
  expect(PROVIDERS.map(({ id }) => id)).toEqual(PROVIDER_IDS);
});
