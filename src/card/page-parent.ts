/**
 * The element around an element of the page. Uses the prototype's getter: a field of a form may be named
 * `parentElement`, and a loop over parents would never end.
 */
export function parentOf(element: Element): Element | null {
  return Reflect.get(Node.prototype, "parentElement", element);
}
