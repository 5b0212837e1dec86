import type { Candidate } from "../candidate";
import { nameKey } from "../names/name-keys";
import { isAmbiguous } from "../words/word-lists";

/**
 * The states and provinces of North America as the press shortens them, and by their postal codes that are no words and
 * no tickers of lists (`Nvidia, ON and Micron`).
 */
const STATES = new Set(
  (
    "Ala. Ariz. Ark. Calif. Colo. Conn. Del. Fla. Ga. Ill. Ind. Kan. " +
    "Ky. La. Md. Mass. Mich. Minn. Miss. Mo. Mont. Neb. Nev. N.C. " +
    "N.D. N.H. N.J. N.M. N.Y. Okla. Ore. Pa. R.I. S.C. S.D. Tenn. " +
    "Tex. Va. Vt. W.Va. Wash. Wis. Wyo. Ont. Que. B.C. Alta. " +
    "AZ CT FL GA IL KS KY MI MN NC NE NH NJ NM NV NY SC SD TN TX UT VA WA WI WV BC"
  ).split(" "),
);

/** Whether a name is that of a town, which stands before its state: `a dealer in Wheaton, Ill.`. */
export function isTown({ form, full, start, end }: Candidate, text: string): boolean {
  if (form !== "name" || (full && !isAmbiguous(nameKey(text.slice(start, end))))) return false;
  const [, state = ""] =
    /^, ((?:[A-Z][A-Za-z]{0,4}\.){1,2}|[A-Z]{2}(?![A-Za-z]))/.exec(text.slice(end, end + 12)) ?? [];
  return STATES.has(state);
}
