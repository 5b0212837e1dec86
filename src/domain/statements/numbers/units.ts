/**
 * What a number counts. `large`: sums in millions and more; `other`: what is no figure of a share, such as years, basis
 * points or barrels.
 */
export type Unit =
  | { readonly kind: "percent" }
  | { readonly kind: "points" }
  | { readonly kind: "money"; readonly currency: string }
  | { readonly kind: "plain" }
  | { readonly kind: "large" }
  | { readonly kind: "span" }
  | { readonly kind: "other" };

/** Signs and codes before a number, the longest first. A `$` without a country may be of any. */
const BEFORE: readonly (readonly [string, string])[] = [
  ["US$", "USD"],
  ["$US", "USD"],
  ["U.S.$", "USD"],
  ["HK$", "HKD"],
  ["NT$", "TWD"],
  ["NZ$", "NZD"],
  ["AU$", "AUD"],
  ["CA$", "CAD"],
  ["Cdn$", "CAD"],
  ["C$", "CAD"],
  ["A$", "AUD"],
  ["S$", "SGD"],
  ["R$", "BRL"],
  ["$", "$"],
  ["£", "GBP"],
  ["€", "EUR"],
  ["¥", "JPY"],
  ["￥", "JPY"],
  ["₩", "KRW"],
  ["₹", "INR"],
  ["Rs.", "INR"],
  ["Rs", "INR"],
  ["RM", "MYR"],
  ["RMB", "CNY"],
  ["CN¥", "CNY"],
  ["₽", "RUB"],
  ["₺", "TRY"],
  ["₪", "ILS"],
  ["฿", "THB"],
  ...[
    "USD",
    "EUR",
    "GBP",
    "CHF",
    "JPY",
    "KRW",
    "CNY",
    "HKD",
    "CAD",
    "AUD",
    "INR",
    "BRL",
    "SEK",
    "NOK",
    "DKK",
    "TWD",
    "MXN",
    "SGD",
    "ZAR",
    "PLN",
  ].map((code) => [code, code] as const),
];

/**
 * Words and signs after a number, and what they say it counts. They are for all languages together, as none contradicts
 * another.
 */
const WORDS: readonly (readonly [string, Unit["kind"] | `money:${string}`])[] = [
  [
    "%pt|%p|%포인트|％포인트|％ポイント|%ポイント|ポイント差|個百分點|个百分点|percentage point|percentage points|basis point|basis points|bps|bp",
    "other",
  ],
  [
    "Prozentpunkt|Prozentpunkte|Prozentpunkten|Basispunkt|Basispunkte|Basispunkten|points de base|point de base",
    "other",
  ],
  ["points de pourcentage|point de pourcentage|puntos básicos|puntos porcentuales|puntos basicos", "other"],
  [
    "pontos-base|pontos base|pontos percentuais|ponto percentual|punti base|punti percentuali|個基點|个基点|基點|bp",
    "other",
  ],
  [
    "%|％|percent|per cent|pct|Prozent|pour cent|pourcent|por ciento|por cento|per cento|procent|퍼센트|パーセント|proc",
    "percent",
  ],
  ["points|point|pts|pt|Punkte|Punkten|Punkt|Zähler|Zählern|Einheiten|puntos|punto|enteros|unidades", "points"],
  ["pontos|ponto|punti|點|点|포인트|ポイント|P", "points"],
  [
    "million|millions|billion|billions|trillion|trillions|mln|bln|tn|bn|mn|mio|Mio|Mrd|Bio|Millionen|Milliarden",
    "large",
  ],
  [
    "Milliarde|Billionen|Billion|milliards|milliard|millions|billones|millones|millón|mil millones|milhões|milhão",
    "large",
  ],
  [
    "bilhões|bilhão|trilhões|miliardi|miliardo|milioni|milione|mld|MM|M|B|K|k|m|億|亿|억|조|兆|crore|crores|lakh",
    "large",
  ],
  [
    "straight sessions|straight days|straight weeks|consecutive sessions|consecutive days|consecutive weeks|trading days",
    "span",
  ],
  ["trading sessions|successive days|successive sessions|Handelstage in Folge|Tage in Folge", "span"],
  ["week|weeks|month|months|year|years|day|days|session|sessions|quarter|quarters|yr|wk", "span"],
  ["Wochen|Woche|Monate|Monaten|Monat|Jahre|Jahren|Jahr|Tage|Tagen|Handelstage|Handelstagen", "span"],
  ["semaines|semaine|mois|ans|an|jours|séances|semanas|meses|años|días|sesiones|sessões|dias|anos|mês", "span"],
  ["settimane|mesi|anni|giorni|sedute|週|周|星期|個月|个月|天|個交易日|个交易日|ヶ月|カ月|か月|週間|年間", "span"],
  ["営業日|주|개월|거래일|주간|日間|일간|月|월", "span"],
  [
    "US dollars|US dollar|U.S. dollars|US-Dollar|US-Dollars|dollars américains|美元|달러|ドル|米ドル|美金|USD|US$",
    "money:USD",
  ],
  ["dollars|dollar|bucks|Dollar|dollari|dólares|dólar|$", "money:$"],
  [
    "U.S. cents|US cents|Canadian cents|Australian cents|cents|cent|US-Cent|Cent|Euro-Cent|Eurocent|centavos|centimes|céntimos|céntimo",
    "money:USc",
  ],
  ["cêntimos|cêntimo|centesimi|centesimo|美分|¢|c", "money:USc"],
  ["euros|euro|Euro|Euros|EUR|€|欧元|歐元|유로|ユーロ", "money:EUR"],
  ["pence|p|便士|GBX|GBp|penny", "money:GBp"],
  ["pounds|pound|Pfund|livres|libras|sterline|GBP|£|英鎊|英镑", "money:GBP"],
  ["Franken|francs suisses|francs|franchi|francos|CHF", "money:CHF"],
  ["yen|Yen|JPY|円|엔|日圓|日元|ienes", "money:JPY"],
  ["won|Won|KRW|원|韓元|韩元|ウォン", "money:KRW"],
  ["yuan|Yuan|CNY|RMB|renminbi|人民幣|人民币|위안|元人民币|块", "money:CNY"],
  ["港元|港幣|港币|HKD|Hongkong-Dollar|HK-Dollar|Hong Kong dollars|홍콩달러|香港ドル", "money:HKD"],
  ["台幣|台币|新台幣|TWD|新台币", "money:TWD"],
  ["reais|real|BRL", "money:BRL"],
  ["rupees|rupee|INR|卢比", "money:INR"],
  ["CAD|dollars canadiens|Canadian dollars|加元", "money:CAD"],
  ["AUD|Australian dollars|澳元", "money:AUD"],
  ["kronor|kronen|Kronen|couronnes|coronas|SEK", "money:SEK"],
  ["kroner|NOK", "money:NOK"],
  ["DKK", "money:DKK"],
  ["złotych|złoty|zł|PLN", "money:PLN"],
  ["rand|Rand|ZAR", "money:ZAR"],
  ["ringgit|MYR", "money:MYR"],
  ["baht|THB", "money:THB"],
  ["S$|SGD|新元|坡元", "money:SGD"],
  // Kronen, pesos and 元 of several countries.
  ["元|塊|kr|Kr|peso|pesos|Peso|Pesos", "money:"],
  ["x|barrels|tonnes|tons|ounces|employees|people|shares|share|vehicles|units|MW|GW|kg|km|miles|times", "other"],
  [
    "倍|次|股|人|家|名|位|Uhr|h|Aktien|acciones|ações|actions|株|주식|명|개|대|時|时|分|点钟|日|일|年|년|th|st|nd|rd|시|분",
    "other",
  ],
];

const BY_WORD = new Map(
  WORDS.flatMap(([words, kind]) => words.split("|").map((word) => [word, unitOf(kind)] as const)),
);
const LONGEST = Math.max(...[...BY_WORD.keys()].map((word) => word.length));

function unitOf(kind: Unit["kind"] | `money:${string}`): Unit {
  if (kind.startsWith("money:")) return { kind: "money", currency: kind.slice("money:".length) };
  return { kind } as Unit;
}

/** The currency that is written at `at`, before a number, and where it ends. */
export function currencyBefore(text: string, at: number): { readonly currency: string; readonly end: number } | null {
  const found = BEFORE.find(([sign]) => text.startsWith(sign, at));
  if (!found) return null;
  const end = at + found[0].length;
  return { currency: found[1], end: /[ \u00a0]/.test(text.charAt(end)) ? end + 1 : end };
}

/** The unit that follows a number which ends at `at`, the longest that fits, and where it ends. */
export function unitAfter(text: string, at: number): { readonly unit: Unit; readonly end: number } | null {
  const from = /[\s\u00a0\u202f-]/.test(text.charAt(at)) ? at + 1 : at;
  const isGlued = from === at;
  for (let length = Math.min(LONGEST, text.length - from); length > 0; length -= 1) {
    const word = text.slice(from, from + length);
    const unit = BY_WORD.get(word) ?? BY_WORD.get(word.toLowerCase());
    if (!unit) continue;
    const isLatin = /^[A-Za-z]/.test(word);
    if (isLatin && /\p{L}/u.test(text.charAt(from + length)) && !/[\u1100-\uffff]/.test(text.charAt(from + length)))
      continue;
    // `185.20p` and `3m` are units, ` p ` and ` m ` are not.
    if (isLatin && length === 1 && !isGlued) continue;
    return { unit, end: from + length };
  }
  return null;
}
