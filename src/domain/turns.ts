/**
 * Puts answers into the order of their questions. Call it when a question is asked; what it returns is called with the
 * answer, and tells whether that may be taken: not once the answer to a later question was.
 */
export function createTurns(): () => () => boolean {
  let asked = 0;
  let taken = 0;
  return () => {
    asked += 1;
    const turn = asked;
    return () => {
      if (turn < taken) return false;
      taken = turn;
      return true;
    };
  };
}
