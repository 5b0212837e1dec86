import type { Provider } from "./provider";
import { yahoo } from "./yahoo";

/** Every provider, keyless ones in the order in which they stand in for one another. */
export const PROVIDERS: readonly Provider[] = [yahoo];
