declare module "mark.js" {
  /** The part of mark.js that the benchmark uses; it ships no types. */
  export default class Mark {
    constructor(context: Element);
    mark(
      words: readonly string[],
      options: { separateWordSearch: boolean; accuracy: "exactly"; done: () => void },
    ): void;
  }
}
