import { ask } from "../platform/ask";

// Runs as a page begins. The background sleeps after half a minute without a question, and to wake it takes longer than to read a
// page: so it wakes, and opens the directory where the site is on, while the page loads. The answer is asked for again when the page
// is read, as the reader may have changed something by then.
void ask("public-settings", {});
