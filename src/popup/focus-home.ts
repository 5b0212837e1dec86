/** Where the popup's focus goes when what had it is gone: to the chosen tab or, above search results, to the search. */
export function focusHome(): HTMLElement | null {
  const [tab] = document.querySelectorAll<HTMLElement>("[role=tab][aria-selected=true]");
  return tab ?? document.querySelector<HTMLElement>("input[type=search]");
}
