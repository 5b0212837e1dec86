/**
 * Copies a text; false if it could not be. Pages without encryption have no clipboard, and a page can forbid it to its
 * frames.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
