/** Companies that the pages mention, each in the forms the press writes; all are in the starter directory. */
export const COMPANIES: readonly (readonly [ticker: string, exchange: string, name: string])[] = [
  ["AAPL", "NASDAQ", "Apple"],
  ["MSFT", "NASDAQ", "Microsoft"],
  ["NVDA", "NASDAQ", "Nvidia"],
  ["AMZN", "NASDAQ", "Amazon"],
  ["GOOGL", "NASDAQ", "Alphabet"],
  ["TSLA", "NASDAQ", "Tesla"],
  ["NFLX", "NASDAQ", "Netflix"],
  ["BABA", "NYSE", "Alibaba"],
  ["BIDU", "NASDAQ", "Baidu"],
  ["JPM", "NYSE", "JPMorgan Chase"],
  ["WMT", "NYSE", "Walmart"],
  ["XOM", "NYSE", "Exxon Mobil"],
  ["KO", "NYSE", "Coca-Cola"],
  ["PFE", "NYSE", "Pfizer"],
  ["INTC", "NASDAQ", "Intel"],
  ["CSCO", "NASDAQ", "Cisco"],
  ["ORCL", "NYSE", "Oracle"],
  ["IBM", "NYSE", "IBM"],
  ["SBUX", "NASDAQ", "Starbucks"],
  ["COST", "NASDAQ", "Costco"],
];

/** How a sentence names a company, in turn. */
export const MENTION_FORMS: readonly ((company: (typeof COMPANIES)[number]) => string)[] = [
  ([ticker, exchange, name]) => `${name} (${exchange}: ${ticker})`,
  ([, , name]) => name,
  ([ticker]) => `$${ticker}`,
  ([ticker, , name]) => `${name} (${ticker})`,
];

/** Prose without listed companies, with what trips a careless reader of capitals: acronyms, places, people, months. */
export const SENTENCES = [
  "The committee met in Geneva on Tuesday and agreed on little beyond the date of its next session.",
  "AI tools were praised by the panel, although IT staff in the room asked who would maintain them.",
  "Officials in Lisbon said the bridge would reopen before Easter, a year later than first planned.",
  "Her second novel, written in a rented room above a bakery, sold fewer copies than the first.",
  "The US and the EU disagree on the wording, and neither expects the other to give way in March.",
  "Rainfall in the north was the heaviest since records began, according to the weather service.",
  "Dr. Helena Marsh, who led the survey, called the result “a beginning, not an answer”.",
  "By noon the queue at the ferry reached the old customs house, and nobody had seen a timetable.",
  "ALL passengers are asked to keep their tickets, the notice says, NOW in four languages.",
  "Prices of olive oil rose for the ninth month running while wheat fell back to its level of 2021.",
  "The choir from Bergen will sing twice on Saturday; entry is free for children under twelve.",
  "A spokesman for the ministry declined to say whether the CEO had been told before the press.",
  "Two goals in the last four minutes turned the match, and the season, for the visitors.",
  "The old observatory on Mount Carrow has been closed to visitors since the storm of 1987.",
  "Researchers followed 4,300 volunteers for eleven years and found no difference between the groups.",
  "Its GDP grew by 2.3 percent, the OECD estimates, helped by a warm autumn and cheap fuel.",
  "Ask anyone in Kettle Row about the fire and they will tell you where they stood that night.",
  "The painting, long thought lost, hung for decades in the corridor of a school near Ghent.",
  "Most of the money goes into roads, some into schools, and a little of it simply goes.",
  "Voters in the PR system rank candidates; the count took until Thursday in three districts.",
];

/** Lines of menus, teasers, bylines and comments. */
export const SCRAPS = [
  "Read more",
  "Latest from Europe",
  "5 min read",
  "By Anna Holt and Jon Reyes",
  "Sign in",
  "Weather in your area",
  "Opinion: The long way home",
  "Updated 14:32",
  "Share",
  "What we know about the ferry strike",
  "12 comments",
  "Culture",
  "World Cup: results and tables",
  "Subscribe from 1 euro",
  "Photographs: a winter on the coast",
  "FAQ",
  "Letters to the editor",
  "Science",
  "How a village saved its school",
  "Live",
];
