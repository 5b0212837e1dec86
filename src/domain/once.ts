/**
 * Makes a function that calls `make` the first time and returns the same value ever after: for values that few need and
 * that take long to make.
 */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
