import { expect, it } from "vitest";
import { openDirectory } from "../../../../../src/background/directory/directory-image";
import { findMentions, searchBlocks } from "../../../../../src/domain/detection/mentions";
import { DEFAULT_SETTINGS } from "../../../../../src/domain/settings";
import { starterListings } from "../../../../fakes/starter-listings";

const { identify } = openDirectory(starterListings(), []);

/** The mentions of a page of one paragraph, as `surface=TICKER`. */
function mentionsOf(text: string): string[] {
  const found = findMentions(searchBlocks([{ text, links: [] }]), { identify, settings: DEFAULT_SETTINGS.detection });
  return found.flatMap((mentions) => (mentions ?? []).map(({ surface, ticker }) => `${surface}=${ticker}`));
}

it.each([
  [
    "London",
    "Shares in London rose: Aviva, Tesco and Vodafone gained, while JD shares and Domino’s fell 3%.",
    ["JD=JD.L", "Domino’s=DOM.L"],
  ],
  [
    "Sydney",
    "Australian shares rose: Telstra, Westpac and Fortescue gained, IAG shares fell, Domino’s fell 5%, Endeavour fell 2%.",
    ["IAG=IAG.AX", "Domino’s=DMP.AX", "Endeavour=EDV.AX"],
  ],
  [
    "Mumbai",
    "Sensex and Nifty rose: Infosys, Wipro and Tata Steel gained, Apollo shares rose, Nestle fell 2%, Colgate fell 3%.",
    ["Apollo=APOLLOHOSP.NS", "Nestle=NESTLEIND.NS", "Colgate=COLPAL.NS"],
  ],
  [
    "Johannesburg",
    "In Johannesburg shares rose: Standard Bank, Shoprite and Capitec gained, and Woolworths fell 2%.",
    ["Woolworths=WHL.JO"],
  ],
  [
    "New York",
    "Wall Street rose: Apple, Boeing and Ford gained, JD shares and Domino’s fell 3%, Apollo shares and Colgate rose 2%.",
    ["JD=JD", "Domino’s=DPZ", "Apollo=APO", "Colgate=CL"],
  ],
])("takes a word for the company of %s that is called so there", (_, text, mentions) => {
  expect(mentionsOf(text)).toEqual(expect.arrayContaining(mentions));
});
