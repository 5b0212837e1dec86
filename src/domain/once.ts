/** What `make` makes, made when it is first asked for and kept: for what few need and takes long. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
