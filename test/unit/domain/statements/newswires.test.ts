import { describe, expect, it } from "vitest";
import type { LanguageCode } from "../../../../src/domain/statements/words/languages";
import { statedIn } from "./stated-in";

describe("how newswires word a close, a day's move, and what is neither", () => {
  it.each<[LanguageCode, string, string[]]>([
    ["en", "The offer for [Acme|ACME] is a 35% premium to Monday's close of $41.20.", ["ACME close 41.2USD"]],
    [
      "en",
      "[Acme|ACME], which employs 12% of the town's workers, ended 1.9% ahead at 412p.",
      ["ACME change +1.9%", "ACME close 412GBp"],
    ],
    [
      "en",
      "[Acme|ACME] notched a record close of $141.20 on Monday, rising 1.2%.",
      ["ACME close 141.2USD", "ACME change +1.2%"],
    ],
    [
      "en",
      "Zyx cut its target on [Acme|ACME] to $50 from $60, implying 21% upside from Wednesday's close of $41.20.",
      ["ACME close 41.2USD"],
    ],
    ["en", "[Acme|ACME] closed at $31.10 on the same day a year earlier.", []],
    [
      "en",
      "[Acme|ACME] lost 0.9%, [Bolt|BOLT] 1.6% and [Cort|CORT] 2.0%, while [Dyne|DYN] bucked the trend with a 0.4% uptick.",
      ["ACME change -0.9%", "BOLT change -1.6%", "CORT change -2%", "DYN change +0.4%"],
    ],
    [
      "en",
      "[Acme|ACME] ended Thursday's trade at $41.20, off 1.2% on the day and 5% on the week.",
      ["ACME close 41.2USD", "ACME change -1.2%"],
    ],
    ["en", "[Acme|ACME] reversed an early 3% gain to finish down 0.8%.", ["ACME change -0.8%"]],
    ["en", '"We expect [Acme|ACME] to gain 10% by June," said Zyx, whose own shares rose 2%.', []],
    ["en", "Trading in [Acme|ACME] was halted at $41.20, up 18%.", ["ACME close 41.2USD", "ACME change +18%"]],
    ["en", "[Acme|ACME] $41.20 ▼ 2.5%", ["ACME close 41.2USD", "ACME change -2.5%"]],
    ["en", "[Acme|ACME] $41.20 down 2.5%", ["ACME close 41.2USD", "ACME change -2.5%"]],
    [
      "en",
      "[Acme|ACME]: $41.20, down $1.05 (2.5%)",
      ["ACME close 41.2USD", "ACME change-money -1.05USD", "ACME change -2.5%"],
    ],
    ["de", "Am Donnerstag kam bei [Acme|ACME.DE] ein Minus von 1,8 Prozent hinzu.", ["ACME.DE change -1.8%"]],
    [
      "de",
      "Das Angebot für [Acme|ACME.DE] liegt 4 Prozent unter dem Schlusskurs von 34,48 Euro.",
      ["ACME.DE close 34.48EUR"],
    ],
    [
      "de",
      "[Acme|ACME.DE] schlossen nach zeitweise 9 Prozent Abschlag noch 3,7 Prozent im Minus bei 61,50 Euro.",
      ["ACME.DE change -3.7%", "ACME.DE close 61.5EUR"],
    ],
    [
      "de",
      "[Acme|ACME.SW] notiert 2,2 Prozent über dem Vortagesschluss von 93,45 Franken.",
      ["ACME.SW change +2.2%", "ACME.SW close 93.45CHF"],
    ],
    [
      "de",
      "Mit einem Plus von 3,4 Prozent waren [Acme|ACME.DE] Spitzenreiter im Dax, Schlusslicht waren [Bolt|BOLT.DE] mit minus 2,9 Prozent.",
      ["ACME.DE change +3.4%", "BOLT.DE change -2.9%"],
    ],
    [
      "de",
      "[Acme|ACME.DE] liegt seit Jahresanfang 18 Prozent vorn, am Montag aber 1,4 Prozent hinten.",
      ["ACME.DE change -1.4%"],
    ],
    ["de", "Der Gewinn je Aktie von [Acme|ACME.DE] stieg um 12 Prozent auf 3,40 Euro.", []],
    [
      "fr",
      "L'offre sur [Acme|ACME.PA] fait ressortir une prime de 31% sur le cours de clôture de lundi, soit 41,20 euros.",
      ["ACME.PA close 41.2EUR"],
    ],
    [
      "fr",
      "[Acme|ACME.PA] s'est effondré de 11,8% en début de séance avant de clôturer en repli de 6,2%.",
      ["ACME.PA change -6.2%"],
    ],
    [
      "fr",
      "[Bolt|BOLT.PA] a perdu 4,5% et [Acme|ACME.PA], qui cède sa filiale pour 4 milliards d'euros, 1,9%.",
      ["BOLT.PA change -4.5%", "ACME.PA change -1.9%"],
    ],
    [
      "fr",
      "L'indice CAC 40 a abandonné 0,74% à 7 988,14 points, soit une perte de 59,55 points.",
      ["^FCHI index-change -0.74%", "^FCHI level-of-index 7988.14points", "^FCHI index-change -59.55points"],
    ],
    [
      "fr",
      "Le S&P/TSX a retraité de 112,50 points, à 30 388,61 points, à la clôture jeudi.",
      ["^GSPTSE index-change -112.5points", "^GSPTSE level-of-index 30388.61points"],
    ],
    ["fr", "[Acme|ACME.PA] perd 18% depuis son plus haut d'avril.", []],
    [
      "es",
      "[Acme|ACME.MC] se anotó un 1,3%, frente a un 1,3% menos de [Bolt|BOLT.MC].",
      ["ACME.MC change +1.3%", "BOLT.MC change -1.3%"],
    ],
    [
      "es",
      "Las acciones de [Acme|ACME.MC] cerraron a 9,14 euros, un 1,3% menos que en la víspera.",
      ["ACME.MC close 9.14EUR", "ACME.MC change -1.3%"],
    ],
    [
      "es",
      "[Acme|ACME.MC] cerró el jueves en 9,14 euros, un 2,1% más.",
      ["ACME.MC close 9.14EUR", "ACME.MC change +2.1%"],
    ],
    [
      "pt",
      "O preço-alvo para [Acme|ACME3.SA] é de R$ 30, potencial de alta de 40% sobre o fechamento de terça, de R$ 21,37.",
      ["ACME3.SA close 21.37BRL"],
    ],
    [
      "pt",
      "[Acme|ACME3.SA] ON subiu 2,1%, seguida de [Bolt|BOLT4.SA] PN, com mais 1,4%.",
      ["ACME3.SA change +2.1%", "BOLT4.SA change +1.4%"],
    ],
    [
      "it",
      "[Acme|ACME.MI] ha ceduto 12 centesimi a 5,86 euro.",
      ["ACME.MI change-money -12USc", "ACME.MI close 5.86EUR"],
    ],
    [
      "it",
      "[Acme|ACME.MI] sale dell'1,2% a New York poco dopo l'avvio, a 10,34 dollari.",
      ["ACME.MI change +1.2%", "ACME.MI close 10.34USD"],
    ],
    [
      "it",
      "L'offerta su [Acme|ACME.MI] incorpora un premio del 20% rispetto alla chiusura di ieri a 8,12 euro.",
      ["ACME.MI close 8.12EUR"],
    ],
    ["ja", "[アクメ|1234.T]は朝方に5.2%高まで上昇した後に伸び悩み、終値は2.8%高だった。", ["1234.T change +2.8%"]],
    ["ja", "[アクメ|1234.T]株は11月に7%下げた。", []],
    ["ja", "[アクメ|ACME]の米預託証券（ADR）は0.7%安の28.14ドル。", ["ACME change -0.7%", "ACME close 28.14USD"]],
    [
      "ja",
      "TOPIXは12.05ポイント高の2880.46で引けた。値上がり銘柄は全体の58%だった。",
      ["^TOPX index-change +12.05points", "^TOPX level-of-index 2880.46points"],
    ],
    [
      "ja",
      "[アクメ|1234.T]の株価終値は4120円、前日比で80円の下落。",
      ["1234.T close 4120JPY", "1234.T change-money -80JPY"],
    ],
    [
      "ja",
      "[アクメ|1234.T]の買い付け価格は5000円で、前日終値（4120円）に21%のプレミアムを付けた。",
      ["1234.T close 4120JPY"],
    ],
    [
      "ko",
      "[애크미|123450.KS]는 장중 7만원까지 치솟았다가 전날보다 1.8% 오른 6만8900원에 마감했다.",
      ["123450.KS change +1.8%", "123450.KS close 68900KRW"],
    ],
    [
      "ko",
      "[애크미|123450.KS] 주가는 전일 종가(6만8900원) 대비 2.1% 하락한 6만7450원에 거래되고 있다.",
      ["123450.KS close 68900KRW", "123450.KS change -2.1%", "123450.KS close 67450KRW"],
    ],
    [
      "ko",
      "[애크미|123450.KS](2.1%), [볼트|543210.KS](1.4%) 등은 올랐고 [코트|111110.KS](-0.9%)는 내렸다.",
      ["123450.KS change +2.1%", "543210.KS change +1.4%", "111110.KS change -0.9%"],
    ],
    [
      "ko",
      "[애크미|123450.KS]의 공개매수 가격은 8만원으로 전날 종가 6만8900원보다 16% 높다.",
      ["123450.KS close 68900KRW"],
    ],
    ["zh", "[阿克美|688981.SS]盘中一度涨超6%，截至收盘涨幅回落至3.9%。", ["688981.SS change +3.9%"]],
    [
      "zh",
      "[阿克美|2318.HK]較昨日收市價57.9元升0.86%，今日收58.4元。",
      ["2318.HK close 57.9", "2318.HK change +0.86%", "2318.HK close 58.4"],
    ],
    ["zh", "港股ADR走勢：[阿克美|0005.HK]折合報111.2港元，較本港收市低0.3元。", []],
    [
      "zh",
      "[阿克美|1234.HK]跌0.12元，收報9.71元，[博特|5678.HK]急彈6.6%報78.4元。",
      ["1234.HK change-money -0.12", "1234.HK close 9.71", "5678.HK change +6.6%", "5678.HK close 78.4"],
    ],
    [
      "zh",
      "台股加權指數下跌68.33點，以27,725.73點作收，跌幅0.25%。",
      ["^TWII index-change -68.33points", "^TWII level-of-index 27725.73points", "^TWII index-change -0.25%"],
    ],
    ["zh", "[阿克美|1234.HK]配股價每股33元，較上日收市價35.6元折讓7.3%。", ["1234.HK close 35.6"]],
    ["zh", "纽约期金跌1.2%，[阿克美|ACME]股价收低2.4%，报41.2美元。", ["ACME change -2.4%", "ACME close 41.2USD"]],
    ["zh", "南韓綜合指數收市升1.1%，報2,588點。", ["^KS11 index-change +1.1%", "^KS11 level-of-index 2588points"]],
    ["en", "[Acme|ACME] shares, which have tripled since May, gave back 4.4% on Wednesday.", ["ACME change -4.4%"]],
    [
      "en",
      "[Acme|ACME] slumped to $3.10 on Monday, its lowest since 2019, before recovering to end at $3.41.",
      ["ACME close 3.41USD"],
    ],
    [
      "en",
      "[Acme|ACME] set the price of the secondary offering at $80, a 9.2% discount to Tuesday's closing price of $88.14.",
      ["ACME close 88.14USD"],
    ],
    ["en", "[Acme|ACME] ended the week at $88.14, up 5.2% over five days.", ["ACME close 88.14USD"]],
    ["en", "[Acme|ACME] shares were suspended on Friday at 88.14 pence.", ["ACME close 88.14GBp"]],
    ["en", "The Nasdaq recouped an early loss of 1.1% to finish 0.2% higher.", ["^IXIC index-change +0.2%"]],
    [
      "en",
      "[Acme|ACME] reached a 52-week low of $33 before bouncing 2% to $34.10.",
      ["ACME change +2%", "ACME close 34.1USD"],
    ],
    ["de", "Im SDax sackten [Acme|ACME.DE] nach einer Gewinnwarnung um 17 Prozent ab.", ["ACME.DE change -17%"]],
    [
      "de",
      "[Acme|ACME.DE] kosteten zum Schluss 88,14 Euro und damit 1,9 Prozent mehr als am Dienstag.",
      ["ACME.DE close 88.14EUR", "ACME.DE change +1.9%"],
    ],
    [
      "de",
      "An der Wall Street verlor die Aktie von [Acme|ACME] 2,2 Prozent auf 88,14 US-Dollar.",
      ["ACME change -2.2%", "ACME close 88.14USD"],
    ],
    [
      "de",
      "Der Kurs der [Acme|ACME.DE]-Aktie fiel zeitweise um mehr als 8 Prozent und schloss 5,1 Prozent tiefer.",
      ["ACME.DE change -5.1%"],
    ],
    [
      "fr",
      "Le titre [Acme|ACME.PA] a bondi de 9% à 88,14 euros au lendemain de ses résultats.",
      ["ACME.PA change +9%", "ACME.PA close 88.14EUR"],
    ],
    [
      "fr",
      "[Acme|ACME.PA] a fini sur un gain de 1,2%, contre une baisse de 0,4% pour [Bolt|BOLT.PA].",
      ["ACME.PA change +1.2%", "BOLT.PA change -0.4%"],
    ],
    [
      "fr",
      "L'action [Acme|ACME.PA] valait 88,14 euros jeudi soir, 2% de moins que la veille.",
      ["ACME.PA close 88.14EUR", "ACME.PA change -2%"],
    ],
    [
      "pt",
      "A receita da [Acme|ACME3.SA] avançou 12% no trimestre e o papel caiu 3,3% hoje.",
      ["ACME3.SA change -3.3%"],
    ],
    [
      "it",
      "Il titolo [Acme|ACME.MI] è arrivato a guadagnare il 6% per poi chiudere a +2,1%.",
      ["ACME.MI change +2.1%"],
    ],
    ["ja", "[アクメ|1234.T]は続落し、一時4.2%安の3980円を付けた。", []],
    ["ja", "[アクメ|1234.T]株はストップ高となる前日比500円高の3120円まで買われた。", []],
    ["zh", "[阿克美|1234.HK]今早高開2%，現升1.1%報36.1元。", ["1234.HK change +1.1%", "1234.HK close 36.1"]],
    ["zh", "[阿克美|ACME]ADR收盤下跌1.2%，報288.1美元。", ["ACME change -1.2%", "ACME close 288.1USD"]],
    [
      "en",
      "[Acme|ACME] fell 3.1% Tuesday, its fourth straight decline, bringing its loss over the stretch to 9.5%.",
      ["ACME change -3.1%"],
    ],
    [
      "de",
      "Der Konzernumsatz von [Acme|ACME.DE] wuchs um 7 Prozent, die Aktie reagierte mit einem Kursabschlag von 4 Prozent.",
      ["ACME.DE change -4%"],
    ],
    ["de", "Der Schlusskurs von [Acme|ACME.DE] betrug am Dienstag 31,02 Euro.", ["ACME.DE close 31.02EUR"]],
    [
      "de",
      "Mit 31,02 Euro schloss die Aktie von [Acme|ACME.DE] 0,4 Prozent unter Vortag.",
      ["ACME.DE close 31.02EUR", "ACME.DE change -0.4%"],
    ],
    ["fr", "Oddo vise 40 euros sur [Acme|ACME.PA], contre 38 euros auparavant.", []],
    [
      "es",
      "La acción de [Acme|ACME.MX] cerró en 45.12 pesos, su nivel más alto desde abril, tras ganar 3.3%.",
      ["ACME.MX close 45.12", "ACME.MX change +3.3%"],
    ],
    ["es", "Un inversor compró acciones de [Acme|ACME.MC] a 30 euros, un 3% por debajo del cierre.", []],
    [
      "ko",
      "[애크미|123450.KS]와 [볼트|543210.KS]가 각각 2.2%, 1.1% 올랐다.",
      ["123450.KS change +2.2%", "543210.KS change +1.1%"],
    ],
    ["ko", "[애크미|123450.KS] 주가는 공모가(2만원)보다 55% 높은 3만1000원에 마감했다.", ["123450.KS close 31000KRW"]],
    ["zh", "纳斯达克中国金龙指数上涨0.42%，标指跌0.2%。", ["^GSPC index-change -0.2%"]],
    ["ja", "ダウ反発、208ドル高=ナスダックは0.2%安", ["^DJI index-change +208USD", "^IXIC index-change -0.2%"]],
    ["de", "Der Dax beendete den Handel rund 150 Zähler über seinem Tagestief.", []],
    ["zh", "[阿克美|ACME]小幅下跌，跌幅未超1%。", []],
    ["ja", "[アクメ|1234.T]の配当は10%増の50円。", []],
    [
      "en",
      "[Acme|ACME] topped the FTSE 100 leaderboard, up 48p, or 4.1%, at 1,218p.",
      ["ACME change-money +48GBp", "ACME change +4.1%", "ACME close 1218GBp"],
    ],
    [
      "en",
      "The STOXX 600 ended 0.6% lower, snapping a three-day winning run, with [Acme|ACME.DE] down 9.5% after results.",
      ["^STOXX index-change -0.6%", "ACME.DE change -9.5%"],
    ],
    ["en", "In a five-day losing streak, [Acme|ACME] lost 9.5%.", []],
    ["de", "[Acme|ACME.DE] sackten als einer der schwächsten MDax-Werte um 6,7 Prozent ab.", ["ACME.DE change -6.7%"]],
    ["de", "Analysten sehen für [Acme|ACME.DE] ein Potenzial von 45 Prozent auf 39 Euro.", []],
    ["es", "Los analistas dan a [Acme|ACME.MC] un potencial del 45%, hasta los 39 euros.", []],
    [
      "es",
      "[Acme|ACME.MC] se anotó un 1,5%, frente al recorte del 1,4% del Ibex 35.",
      ["ACME.MC change +1.5%", "^IBEX index-change -1.4%"],
    ],
    [
      "fr",
      "[Acme|ACME.PA] a gagné 1,5%, contre le recul de 1,4% du CAC 40.",
      ["ACME.PA change +1.5%", "^FCHI index-change -1.4%"],
    ],
    [
      "pt",
      "[Acme|ACME.LS] subiu 1,5%, contra a queda de 1,4% do PSI.",
      ["ACME.LS change +1.5%", "PSI20.LS index-change -1.4%"],
    ],
    [
      "it",
      "[Acme|ACME.MI] ha guadagnato l'1,5%, contro il calo dell'1,4% del Ftse Mib.",
      ["ACME.MI change +1.5%", "FTSEMIB.MI index-change -1.4%"],
    ],
    [
      "it",
      "[Acme|ACME.MI] si è fermata a 16,25 euro, in progresso dell'1,1%.",
      ["ACME.MI close 16.25EUR", "ACME.MI change +1.1%"],
    ],
    [
      "ja",
      "ダウ平均は797ドル安で終え、ナスダック総合は2.3％下落した。",
      ["^DJI index-change -797USD", "^IXIC index-change -2.3%"],
    ],
  ])("%s: %s", (language, text, expected) => {
    expect(statedIn(language, text)).toEqual(expected);
  });
});

describe("one figure of several names", () => {
  it.each<[LanguageCode, string, string[]]>([
    ["en", "[Acme|ACME] and [Bolt|BOLT] each lost 3%.", ["ACME change -3%", "BOLT change -3%"]],
    [
      "en",
      "[Acme|ACME] fell 1%, and [Bolt|BOLT] and [Cort|CORT] each lost 3%.",
      ["ACME change -1%", "BOLT change -3%", "CORT change -3%"],
    ],
    ["de", "[Acme|ACME] und [Bolt|BOLT] verloren jeweils 3 Prozent.", ["ACME change -3%", "BOLT change -3%"]],
    ["fr", "[Acme|ACME] et [Bolt|BOLT] ont perdu chacun 3%.", ["ACME change -3%", "BOLT change -3%"]],
    ["es", "[Acme|ACME] y [Bolt|BOLT] perdieron ambos un 3%.", ["ACME change -3%", "BOLT change -3%"]],
    ["ja", "[アクメ|ACME]と[ボルト|BOLT]はともに3％下落した。", ["ACME change -3%", "BOLT change -3%"]],
    ["ko", "[애크미|ACME]와 [볼트|BOLT]는 나란히 3% 하락했다.", ["ACME change -3%", "BOLT change -3%"]],
    ["zh", "[阿克美|ACME]和[博尔特|BOLT]均跌3%。", ["ACME change -3%", "BOLT change -3%"]],
  ])("%s: %s", (language, text, stated) => expect(statedIn(language, text)).toEqual(stated));

  it("is told of each in turn where there are as many figures", () => {
    const text = "[Acme|ACME] and [Bolt|BOLT] each fell, by 2% and 3% respectively.";
    expect(statedIn("en", text)).toEqual(["ACME change -2%", "BOLT change -3%"]);
  });
});
