import { ask } from "../platform/ask";

void ask("public-settings", {});
