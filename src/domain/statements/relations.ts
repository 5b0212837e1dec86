/**
 * What belongs to a company or lives by it, and has figures of its own: other firms, and papers that are no share of
 * it.
 */
const RELATION = [
  "parent|parents|owner|owners|unit|subsidiary|subsidiaries|arm|division|affiliate|affiliates|spin-?off",
  "supplier|suppliers|vendor|vendors|contractor|contractors|distributor|distributors|franchisee|franchisees|bottler",
  "partner|rival|rivals|competitor|competitors|peer|peers|backer|backers|joint venture",
  "token|tokens|warrant|warrants|bond|bonds|note|notes|certificates?",
].join("|");

const ADJECTIVE =
  "biggest|largest|main|major|key|top|closest|nearest|chief|former|new|own|local|listed|\\p{Lu}[\\p{L}.-]{0,20}";

const ENGLISH = new RegExp(
  `^(?:['’]s (?:(?:${ADJECTIVE}) ){0,2}| )(?:${RELATION})(?: (?:company|companies|firm))?\\b`,
  "u",
);

const GERMAN =
  /^-(?:Mutter|Tochter|T[öo]chter|Konkurrent|Rival|Wettbewerber|Zulieferer|Lieferant|Partner|Anleihe|Zertifikat)\p{L}{0,20}/u;

const EASTERN =
  /^(?:の|의|的)? ?(?:親会社|子会社|関連会社|グループ会社|取引先|サプライヤー|競合|ライバル|社債|모회사|자회사|계열사|협력사|협력업체|납품업체|경쟁사|회사채|母公司|子公司|供应商|供應商|竞争对手|競爭對手|合作伙伴|概念股|产业链|產業鏈|债券|債券)/u;

/** A group of which the company is one: `アクメなど半導体株`, `애크미 등 반도체주`, `阿克美等芯片股`. */
const GROUP = /^(?:など[^、。はが]{1,8}株|\s?등 [^,.\s]{1,8}주(?![\p{L}])|等[^，。跌涨漲升降]{1,6}股)/u;

/** A fund that makes more of the share's moves, or their opposite. */
const LEVERED =
  /(?:[23][x×]|leveraged|inverse|[Bb]ull|[Bb]ear|[Ll]ong|[Ss]hort|做多|做空|レバレッジ|레버리지|인버스)[ -]?$/;
const FUND = /^[ -]?ET[FNP]s?(?![A-Za-z])/;

/**
 * Where the name of something else ends that begins with a company's name, which is from `start` to `end`: `Acme's
 * parent company`, `Acme-Zulieferer`; `end` itself if there is none.
 */
export function endOfRelation(text: string, start: number, end: number): number {
  const behind = text.slice(end, end + 80);
  const isLevered = LEVERED.test(text.slice(Math.max(0, start - 12), start));
  const patterns = [ENGLISH, GERMAN, EASTERN, GROUP, ...(isLevered ? [FUND] : [])];
  const found = patterns.map((pattern) => pattern.exec(behind)?.[0].length ?? 0);
  return end + Math.max(...found);
}
