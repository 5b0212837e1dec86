import type { LanguageWords } from "./word-kinds";

/** Words of English market reports. Collected from news prose, grouped by what they say of the figure beside them. */
export const ENGLISH: LanguageWords = {
  phrases: {
    up: `up|rise|rises|rose|risen|rising|gain|gains|gained|gaining|climb|climbs|climbed|climbing|jump|jumps|jumped|
jumping|surge|surges|surged|surging|soar|soars|soared|soaring|rally|rallies|rallied|rallying|advance|advances|
advanced|advancing|add|adds|added|adding|increase|increases|increased|increasing|higher|positive|firmed|firmer|
edged up|edged higher|inched up|inched higher|ticked up|ticked higher|moved up|moved higher|shot up|spiked|
spikes|spiking|spike|leapt|leaped|leap|leaps|popped|pop|pops|popping|bounced|bounce|bounces|rebounded|rebound|
rebounds|rebounding|recovered|recovers|recovering|recovery|lifted|lifting|lifts|strengthened|strengthening|
appreciated|skyrocketed|skyrocketing|rocketed|zoomed|zooming|ticked|upside move|outperformer|put on|tacked on|
green|in the green|in the black|upward|upwards|upswing|uptick|boosted|improved|improving|swelled|picked up|
took off|exploded|vaulted|hiked|perked up|crept up|nudged up|nudged higher|scaled|propelled|ascended|accelerated|
clawed back|claw back|claws back|clawing back|won back|wins back|regained|regains|roared|roars|rocket|ripped|
catapulted|notched up|bumped up|charged|vault|stormed|scooted|ahead|north|moved north|bounced back|bounce back|sprang|tacked on|to the good|levitated|bouncing|bouncing back|popping|leaping|spiking up`,
    down: `down|fall|falls|fell|fallen|falling|drop|drops|dropped|dropping|decline|declines|declined|declining|lose|loses|
lost|losing|loss|losses|slip|slips|slipped|slipping|slide|slides|slid|sliding|sink|sinks|sank|sunk|sinking|
plunge|plunges|plunged|plunging|tumble|tumbles|tumbled|tumbling|slump|slumps|slumped|slumping|shed|sheds|
shedding|ease|eases|eased|easing|dip|dips|dipped|dipping|decrease|decreases|decreased|decreasing|lower|negative|
crash|crashes|crashed|crashing|plummet|plummets|plummeted|plummeting|tank|tanks|tanked|tanking|retreat|retreats|
retreated|retreating|skid|skids|skidded|sagged|sags|sagging|weakened|weaker|softer|edged down|edged lower|
inched down|inched lower|ticked down|ticked lower|moved down|moved lower|off|pared|nosedived|nosedive|dived|
dove|dives|diving|cratered|cratering|collapsed|collapse|collapses|collapsing|sold off|gave up|give up|gives up|
giving up|given up|in the red|red|downward|downwards|downtick|pulled back|pullback|backed off|stumbled|stumbles|wobbled|
swooned|depreciated|dropped off|fell back|slid back|trimmed|reversed lower|drifted lower|hammered|crumbled|
crumbles|eroded|contracted|shaved off|nudged down|nudged lower|surrendered|tapered|cooled|crept down|took a hit|
sell-off|selloff|rout|routed|gave back|gives back|giving back|give back|wiped off|wiping off|buckled|cracked|
swooning|swoon|wilted|haircut of|knocked off|lopped off|slumping|drops off|backtracked|unwound|downdraft|fizzled|
limped|south|moved south|knocked|dented|tumbled back|adrift|to the bad|stumbling|sagging`,
    narrows:
      "pared|pares|paring|trimmed|trims|trimming|narrowed|narrows|narrowing|extended|extends|extending|cut|cutting|reduced|widened|widening|deepened|halved",
    flat: "flat|unchanged|little changed|steady|even|barely changed|virtually unchanged|unmoved",
    close: `close|closed|closes|closing|end|ended|ends|ending|finish|finished|finishes|finishing|settle|settled|settles|
settling|closing price|close price|closing level|closing value|market close|at the close|at closing|
ended the day|closed the day|wrapped up|concluded|last close|regular session|regular trading session|
regular trading|closing bell|end of trading|end of the day|official close|closing share price|by the close|
at the bell|at market close|a record close|another record close|a new record close|a fresh record close|a record closing high|a new closing high|finished the session|finished the day|ended the session|closed out|ended out|rang up the close|before closing|before ending|before finishing|before settling|before it closed|before they closed`,
    trade: `trading at|last traded|trade|trades|traded|trading|quoted|changing hands|changed hands|stands at|stood at|
standing at|hovering|hovered|share price of|share price is|share price was|stock price of|stock price is|
stock price was|current price|market price|current market price|priced at|valued at|per share price|price of|
shares were at|stock was at|is at|was at|sits at|sat at|currently at|reaching|hitting|touched down at|fetching|fetched|
went for|halted|halted at|was halted|were halted|paused at|suspended`,
    open: `open|opened|opens|opening|opening price|opening bell|called|indicated|opening trade|at the open|set to open|
seen opening|on course to open|poised to open|called to open|started|kicked off|began the day`,
    at: "to reach|to hit|to the|to|at|near|towards",
    from: "from|compared with|compared to|versus|vs|against",
    extreme: `was at one point|were at one point|was at one stage|earlier in the day|earlier in the session|as much as|as high as|as low as|as many as|up to|at most|high of|low of|highs of|lows of|a high|a low|
intraday high|intraday low|intra-day high|intra-day low|day's high|day's low|session high|session low|
session highs|session lows|day high|day low|peaked|peak of|peaking|bottomed|bottoming|bottom of|top of|trough|
hit|hits|hitting|touched|touching|touches|touch|highs|lows|range|ranged|ranging|between|crossed|crossing|
breached|breaking|broke above|broke below|past the|above the|at one point|at one stage|at its worst|at its best|
at the low|at the high|at the highs|at the lows|earlier high|high|low|highest|lowest|maximum|minimum|limit|
briefly|circuit|moving average|reached|reaching|reach|mark of|the mark|milestone|threshold|support|resistance|
pivot|trading range|day's range|strike price|stop loss|traded as high as|traded as low as|as far as|closed in on|closing in on|closes in on|close in on|came close to|comes close to|come close to`,
    mark: `record|records|all time|all-time|52 week|52-week|52 wk|year-high|year-low|multi-year|multi-month|multiyear|
closing high|closing low|record high|record low|all-time high|all-time low|year high|year low|lifetime high|
life high|closing record|intraday record|record close|record closing|one year high|one year low|yearly high|
yearly low|annual high|annual low|52 weeks|12 month high|12 month low|its peak|its highs|its high|its low|
recent high|recent peak|recent low|peak|their peak|issue price|ipo price|offer price|offering price|
listing price|initial public offering price|initial public offer price|purchase price|lowest level|highest level`,
    beside: `below|above|off|short of|away from|under|over the|from its|from their|from a|from an|from the|from record|
shy of|beneath|higher than its|lower than its|higher than the|lower than the|below its|above its|off its|
off the|from all|since its peak|since its high|since hitting its|since its record|since reaching its`,
    below: "below|under|beneath|lower than",
    above: "above|higher than|over",
    other: `ceo's pay|compensation|prices|rents|rent|fares|emissions|occupancy|bookings|visits|visitors|deposits|net worth|
fortune|wealth|outstanding units|shares outstanding|outstanding shares|revenue|revenues|sales|net sales|turnover|profit|
profits|earnings|eps|income|net income|net loss|operating income|operating profit|ebitda|ebit|guidance|margin|
margins|gross margin|estimate|estimates|consensus|analyst|analysts|price target|price targets|target price|
target prices|target|targets|price objective|price objectives|objective|upside potential|potential upside|
potential downside|rating|outlook|forecast|forecasts|projection|projections|dividend|dividends|payout|yield|
yields|dividend yield|treasury|treasuries|bond|bonds|note|notes|gilt|gilts|bund|bunds|interest rate|
interest rates|rates|mortgage|inflation|cpi|ppi|gdp|unemployment|payrolls|retail sales|industrial production|
orders|exports|imports|import prices|export prices|home sales|housing starts|shipments|deliveries|production|
output|volume|volumes|trading volume|market cap|market capitalization|market capitalisation|market value|
valuation|enterprise value|p/e|pe ratio|price to earnings|ratio|beta|multiple|crude|brent|oil|wti|west texas|
gold|silver|copper|palladium|platinum|natural gas|gas|gasoline|iron ore|wheat|corn|soybean|soybeans|commodity|
commodities|bitcoin|ether|ethereum|crypto|cryptocurrency|cryptocurrencies|token|dogecoin|xrp|solana|futures|
future|contract|contracts|currency|sterling|the won|the yen|the euro|the dollar|the pound|the franc|dollar|yen|
the ruble|the real|yuan|rupee|greenback|loonie|dollar index|ringgit|baht|rupiah|peso|lira|sector|sectors|
subindex|sub-index|subsector|industry|industries|financials|materials|energy stocks|miners|banks|tech stocks|
technology stocks|chipmakers|airlines|utilities|energy shares|mining stocks|bank stocks|stocks|equities|
group of|basket|attendance|subscribers|users|customers|headcount|workforce|staff|employees|jobs|job cuts|
layoffs|market share|share of|tariff|tariffs|tax|taxes|levy|levies|duty|duties|stake|ownership|holding|holdings|
position|shareholding|sold shares|bought shares|average price|insider|offer|offered|offers|bid|bids|takeover|
premium|acquire|acquired|acquisition|buyout|deal|merger|breakup fee|fee|fees|fine|penalty|settlement|lawsuit|
placement|convertible|coupon|funding|loan|loans|debt|cash flow|free cash flow|capex|capital expenditure|
spending|costs|cost|expenses|budget|salary|wages|bonus|buyback|repurchase|growth|growth rate|growing|grew|grow|
grows|demand|traffic|downloads|viewership|bookings|backlog|comparable sales|same-store|comps|moving average|sma|
50-day|200-day|rsi|options|call options|put options|short interest|implied move|volatility of|net margin|
return on equity|return on assets|roe|discount|surprise|eps of|book value|nav|net asset value|probability|odds|
chance|survey|poll|index of|sentiment|prices were|consumer prices|producer prices|house prices|home prices|
price increase|price increases|price cut|price cuts|raised its price|ads to|per barrel|barrel|an ounce|
per ounce|ounce|a barrel|a tonne|inventories|assets|assets under management|aum|inflows|outflows|swap|cds|
spread|reserve ratio|lending rate|hike|hikes|capacity|efficiency|faster|download speeds|performance|prior-year|
year-over-year|year over year|yoy|y/y|year-on-year|year on year|quarter-over-quarter|qoq|from a year ago|
from a year earlier|than a year earlier|than a year ago|from the same period|quarter|quarterly|fiscal|
first quarter|second quarter|third quarter|fourth quarter|q1|q2|q3|q4|h1|h2|half-year|sell-through|
approval rating|export|import|earnings per share|profit per share|loss per share|dividend per share|income per share|book value per share|cash flow per share|brent crude|offering|secondary offering|share sale|rights issue|block trade|public offering|private placement|bought|sold|the latter|the former`,
    "other-beside": `in the offering|in an offering|in its offering|in its ipo|in the auction|at auction|stake|of the|of its|of his|of her|of their|of total|share of|rate|rates|cut|discount|ownership|majority|
minority|chance|of revenue|of sales|of shares|shareholders|voters|people|respondents|interest|levels|version|
battery|charge|complete|owned|cap on|cap|per year|a year|annually|per annum|apr|larger|bigger|smaller|fewer|
more than the|price target|price objective|per month|a month|correction|probability|haircut|retracement|greater|in cash|cash|all-cash|cash offer`,
    forecast: `need to|needs to|needed to|have to|has to|must|expected|expect|expects|expecting|forecast to|projected|seen|sees|could|would|should|might|may|will|if|
anticipate|anticipates|anticipated|predict|predicts|predicted|estimated|estimate|potential|implies|implied|
imply|priced in a|pricing in a|price in a|braced for|bracing for|brace for|positioned for|bet on|bets on|betting on|hedge against|target of|hypothetical|assuming|projects|going to|aims|aim|plans|planned|likely|suggest|suggests|outlook`,
    unreal: "had|were|unless|whenever|suppose|every|each|any|for every|for each",
    period: `weekly|week|this week|last week|the week|for the week|on the week|monthly|this month|last month|past month|
the month|month|months|yearly|annual|annually|year|this year|last year|the year|so far this year|year to date|
year-to-date|ytd|month to date|week to date|quarter to date|over the course|since|in the past|over the past|
over the last|in the last|past year|years|weeks|decade|so far in|to date|since the start|since january|
past five days|past five sessions|past two|five-day|two-day|three-day|four-day|multi-day|two days|three days|
combined|cumulative|cumulatively|total return|12 month|six months|lifetime|first half|second half|annualized|
annualised|in january|in february|in march|in april|in may|in june|in july|in august|in september|in october|
in november|in december|january's|on monday and tuesday|since its ipo|since ipo|since going public|ipo|
debut price|from its peak|longer term|long term|winning streak|losing streak|historically|average|
averaged|on average|typically|usually|in 2010|in 2020|in 2021|in 2022|in 2023|in 2024|in 2025|in 2026|ago|
over the quarter|during the quarter|for the whole quarter|in the first quarter|in the second quarter|
in the third quarter|in the fourth quarter|over the stretch|over that span|over that stretch|over the run|over the streak|over two sessions|over three sessions`,
    daily: `daily|on the day|for the day|day's|one day|single day|single session|in a single session|intra-session|
session's|previous day|prior day|preceding day|previous session|prior session|previous trading session|from the previous`,
    streak: "winning run|losing run|winning streak|losing streak|run of gains|run of losses|streak",
    superlative: `best|worst|biggest|largest|lowest|highest|first|strongest|weakest|steepest|sharpest|smallest|greatest|most|
lowest close|highest close|lowest level|highest level|new high|new low|high|low|one of the`,
    previous: `previous close|prior close|previous closing|previously|previous|preceding|prior|prior day|the day before|
day earlier|previous session|previous day|prior session|last close|preceding day|previous trading day|prior trading day`,
    today: "today|today's|this session|the session|this morning|this afternoon|on the day|current session",
    "same-day": "that day|the same day|the day",
    past: "last",
    yesterday: "yesterday|yesterday's|last night|overnight",
    "before-yesterday": "the day before yesterday|day before yesterday",
    latest: `latest session|latest trading session|recent trading session|most recent trading session|most recent session|
recent session|latest trading day|latest trading|most recent trading day|last session|last trading session|latest close|last trading day`,
    next: `the next session|the following session|the following day|next session|very next session|the next day|
following day|next trading day`,
    before: "before|ahead of|prior to|approaching|into|heading into|towards",
    not: "not|never|neither|nor|no longer|rather than|instead of|didn't|doesn't|don't|hasn't|haven't|hadn't|wasn't|weren't|isn't|aren't|avoid|avoids|avoided|avoiding|averted|dodged|failed to|fails to",
    premarket: `premarket|pre-market|pre market|before the bell|before the open|before the market opened|before the market open|
ahead of the bell|premarket trading|before market open|before opening bell|pre-market trading|ahead of the open|before the opening bell`,
    "after-hours": `after hours|after-hours|afterhours|extended trading|extended hours|extended-hours|post-market|postmarket|
after the bell|after the close|late trading|aftermarket|after-market|after the closing bell|after market close|overnight trading|extended session`,
    intraday: `trading at|last traded|changing hands|early trading|morning trading|morning trade|afternoon trading|afternoon trade|early trade|late morning|midday|mid-day|mid-day trading|mid-morning|mid-afternoon|midway through trading|midway through|intraday|intra-day|
early afternoon|early deals|early monday|early tuesday|early wednesday|early thursday|early friday|
before the closing bell|shortly before|ahead of the close|before the close|just before markets closed|
just before|at last check|in recent trading|late afternoon|in london trading|
at noon|noon|by midday|heading into the close|in early|in morning|in afternoon|after the open|at the opening|was last|were last|as of this writing|at this writing|at the time of writing|at time of writing`,
    clock: "a.m.|p.m.|gmt|bst|ist|edt|est|et|hkt|jst|kst",
    about:
      "about|around|approximately|roughly|nearly|almost|some|close to|just under|just over|circa|an estimated|near|or so|as nearly|in the area of|in the region of|thereabouts",
    "less-than": "less than|under",
    "more-than": "more than|over|at least|in excess of|exceeding|upwards of|better than|as over|less than|under",
    valued:
      "offer|offers|offered|bid|bids|premium|takeover|deal|buyout|target|price target|target price|price targets|target prices|upside|upside potential|potential upside|downside|discount|price objective|analyst|analysts|acquire|acquired|acquisition|implying|implies|implied|suggests|suggesting|potential|placement|rating|stake|merger|represents|represented|valuation|fee|fair value",
    undone:
      "reversed|reversing|reverses|reverse|erased|erasing|erases|wiped out|wiping out|wipes out|recouped|recouping|overturned|shook off|shaking off|shrugged off|shrugging off|recovered from|recovering from|rebounded from|rebounding from|bounced back from|unwound",
    "long-ago":
      "a year ago|a year earlier|year ago|year earlier|one year ago|a year before|two years ago|three years ago|five years ago|a decade ago|last year|at this time last year|a month ago|a month earlier|six months ago|three months ago|a quarter ago|a week ago|a week earlier|two weeks ago|weeks ago|years ago|months ago",
    relative: "which|who|whose|that",
    when: "when",
    receipt:
      "adr|adrs|ads|adss|american depositary receipts|american depository shares|american depositary shares|depositary receipt|depositary receipts|depositary shares|preferred|preference|preferred shares|class a|class b|class c|warrants|warrant|units of|h shares|a shares|b shares|non voting|voting|new shares|new stock|when issued",
    share: `the stock|its stock|the shares|its shares|shares|share|stock|share price|stock price|the share|its stocks|
their shares|his shares|shares in|shares of|stock in|its share price|its stock price|the name|the ticker|scrip|
the scrip|the counter|counter|adr|adrs|ads|adss|depositary receipts|depository shares|share prices|stock prices|
american depositary receipts|american depository shares|american depositary shares|units of|new shares|new stock`,
    "per-share": "per share|a share|apiece",
    company: `the company|the firm|the group|the bank|the retailer|the carmaker|the automaker|the chipmaker|the drugmaker|
the lender|the maker|the giant|the business|the miner|the airline|the insurer|the startup|it|they|he|she|
the online retailer|the tech giant|the e-commerce giant|the software maker|the manufacturer|the developer|
the utility|the broker|this|that|the issue|the etf|the fund|which|who`,
    index: `the index|the benchmark|the benchmark index|the gauge|the average|the broader market|the broad market|
the blue-chip index|the overall index|the bourse|the main index|index`,
    region: `asian|european|american|us|u.s.|chinese|japanese|german|french|british|uk|london|seoul|tokyo|hong kong|global|
world|emerging|indian|canadian|australian|korean|south korean|taiwan|taiwanese|italian|spanish|swiss|brazilian|
technology|tech|energy|bank|banking|mining|financial|healthcare|chip|semiconductor|retail|consumer|industrial|
auto|airline|utility|real estate|growth|value|small-cap|large-cap|blue-chip|shanghai|mainland|wall street|a-|h-`,
    member:
      "companies|company|firms|stocks|shares|constituents|members|member|components|component|listed|stock|names|peers|giant|group|traders|exchange|futures|leaderboard|leader board|risers|fallers|gainers|losers|winners|laggards",
    example: "including|includes|such as",
    respectively: "respectively|each respectively",
    each: "each|both",
    or: "or|i.e.|for a|with a|for|by|equivalent to|that's a|that is a|representing",
    and: "and|&|plus",
    clause: `while|but|as|after|although|though|following|amid|because|despite|whereas|when|since then|then|before|even as|
with|meanwhile|however|on news|on the back|ahead of|which|who|having|reversing|outpacing|outperforming|beating|
trailing|lagging|contrasting|starkly|versus|followed by|led by|on what|than|giving up|given|before closing|before ending|before finishing|before settling|before it closed|before they closed`,
    of: "of|in|for",
    place: "on|in|on the|in the|at the|of the|from the|to the|across the|as of",
    filler: `not only|not just|not least|on|by|a|an|the|just|only|even|also|further|another|some|slightly|sharply|modestly|marginally|stark|distressing|
per|each|to be|been|had|has|have|was|were|is|are|did|got|saw|showing|marking|demonstrating|moving|registered|
registering|posting|posted|recorded|recording|with|change|move|down by|totally|strongly|solid|whopping|massive|
its|their|around|fresh|new|very|roughly|daily|nearly|price|level|value|points|about|session|sessions`,
    common: "the|of|and|to|in|a|is|that|for|with|was|its|by|from|at|as|on|it",
  },
  numbers: "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve",
  weekdays: "sunday|monday,mon|tuesday,tue,tues|wednesday,wed|thursday,thu,thur,thurs|friday,fri|saturday",
  months:
    "january,jan|february,feb|march,mar|april,apr|may|june,jun|july,jul|august,aug|september,sept,sep|october,oct|november,nov|december,dec",
};
