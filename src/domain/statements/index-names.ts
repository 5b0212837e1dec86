import { once } from "../once";
import type { Ticker } from "../ticker";

/** The names that reports use for indices, by ticker; capitals count. */
const INDEX_NAMES: Readonly<Record<Ticker, string>> = {
  "^GSPC":
    "S&P 500 Index|S&P 500|S&P500|S&P-500|S&P|標普500指數|標普500|标普500指数|标普500|標普五百|標普指數|标普指数|標普|标普|標指|标指|S&P500種|S&P 500種株価指数|S&P500指数|スタンダード・アンド・プアーズ500|S&P500지수|S&P 500 지수|스탠더드앤드푸어스(S&P)500|스탠더드앤드푸어스",
  "^DJI":
    "Dow Jones Industrial Average|Dow Jones Industrials|Dow Industrials|Dow Jones|Dow Jones Index|Dow Jones-Index|Dow|DJIA|道琼斯工业平均指数|道瓊斯工業平均指數|道琼工业指数|道瓊工業指數|道琼斯指数|道瓊斯指數|道瓊指數|道琼指数|道琼斯|道瓊斯|道指|NYダウ|ダウ工業株30種平均|ダウ平均|ダウ|다우존스30산업평균지수|다우존스30 산업평균지수|다우존스 산업평균지수|다우존스 지수|다우 지수|다우존스|다우지수|다우|Dow-Jones-Index|Dow Jones Industriel",
  "^IXIC":
    "Nasdaq Composite Index|Nasdaq Composite|NASDAQ Composite|Nasdaq composite|Nasdaq Comp|Nasdaq|NASDAQ|纳斯达克综合指数|納斯達克綜合指數|纳斯达克指数|納斯達克指數|那斯達克指數|那斯達克|納斯達克|纳斯达克|納指|纳指|ナスダック総合指数|ナスダック総合株価指数|ナスダック総合|ナスダック|나스닥종합지수|나스닥 종합지수|나스닥 지수|나스닥지수|나스닥",
  "^NDX":
    "Nasdaq 100 Index|Nasdaq-100 Index|Nasdaq 100|Nasdaq-100|NASDAQ 100|NASDAQ-100|Nasdaq100|納指100|纳指100|納斯達克100|纳斯达克100|ナスダック100|나스닥100",
  "^RUT": "Russell 2000 Index|Russell 2000|羅素2000|罗素2000|ラッセル2000|러셀2000",
  "^VIX": "VIX Volatility Index|Cboe Volatility Index|CBOE Volatility Index|Volatility Index|VIX|恐慌指數|恐慌指数",
  "^SOX":
    "Philadelphia Semiconductor Index|Philadelphia SE Semiconductor index|Philadelphia SE Semiconductor Index|PHLX Semiconductor Index|PHLX Semiconductor|Philadelphia Semiconductor|SOX|費城半導體指數|费城半导体指数|費半指數|費半|フィラデルフィア半導体株指数|필라델피아 반도체 지수|필라델피아반도체지수",
  "^FTSE": "FTSE 100 index|FTSE 100 Index|FTSE 100|FTSE100|Footsie|FTSE-100|富時100指數|富时100指数|富時100|FTSE",
  "^FTMC": "FTSE 250 index|FTSE 250 Index|FTSE 250|FTSE250",
  "^GDAXI": "DAX 40|DAX 30|DAX-Index|DAX|Dax|德国DAX指数|德國DAX指數|ドイツDAX|닥스",
  "^MDAXI": "MDAX|MDax",
  "^SDAXI": "SDAX|SDax",
  "^TECDAX": "TecDAX|TecDax",
  "^ATX": "ATX",
  "^FCHI": "CAC 40|CAC40|CAC-40|CAC|Cac 40|法國CAC40|法国CAC40",
  "^SBF120": "SBF 120",
  "^STOXX": "STOXX Europe 600|Stoxx Europe 600|STOXX 600|Stoxx 600|Stoxx600|STOXX Europe 600 index",
  "^STOXX50E":
    "Euro STOXX 50|Euro Stoxx 50|EURO STOXX 50|EuroStoxx 50|EuroStoxx50|Eurostoxx 50|Euro-Stoxx-50|Stoxx 50|Eurostoxx",
  "^SSMI": "Swiss Market Index (SMI)|Swiss Market Index|SMI-Index|SMI",
  "^SLI": "Swiss Leader Index|SLI",
  "^SSHI": "Swiss Performance Index|SPI",
  "^IBEX": "Ibex 35|IBEX 35|Ibex-35|IBEX-35|Ibex35|IBEX|Ibex",
  "FTSEMIB.MI": "Ftse Mib|FTSE MIB|FTSE Mib|Ftse MIB|Ftse-Mib|FtseMib",
  "^AEX": "AEX-index|AEX",
  "^BFX": "Bel 20|BEL 20|Bel20|BEL-20",
  "PSI20.LS": "PSI 20|PSI-20|PSI20|PSI",
  "^OMX": "OMXS30|OMX Stockholm 30|OMXS 30",
  "^BVSP": "Ibovespa|Bovespa|IBOVESPA|índice Bovespa",
  "^MXX": "S&P/BMV IPC|IPC de la BMV",
  "^MERV": "S&P Merval|Merval|MERVAL",
  "^IPSA": "S&P IPSA|IPSA",
  "^GSPTSE":
    "S&P/TSX Composite Index|S&P/TSX composite index|S&P/TSX Composite|S&P/TSX composite|S&P/TSX|TSX Composite|TSX composite|TSX",
  "^N225":
    "Nikkei 225 index|Nikkei 225|Nikkei-225|Nikkei Stock Average|Nikkei average|Nikkei index|Nikkei-Index|Nikkei225|Nikkei|日経平均株価|日経平均|平均株価|日經225指數|日经225指数|日經225|日经225|日經平均指數|日經指數|日经指数|닛케이225|닛케이 225|닛케이지수|닛케이평균주가|닛케이|Le Nikkei",
  "^TOPX": "Topix|TOPIX|東証株価指数|東証指數|東证指数|토픽스",
  "^HSI":
    "Hang Seng Index (HSI)|Hang Seng Index|Hang Seng index|Hang-Seng-Index|Hang Seng|HSI|恒生指數|恒生指数|恆生指數|恒指|恆指|港股恒指|香港ハンセン指数|ハンセン指数|항셍지수|홍콩 항셍지수|항셍",
  "^HSCE":
    "Hang Seng China Enterprises Index|Hang Seng China Enterprises|China Enterprises Index|HSCEI|國企指數|国企指数|恒生國企指數|恒生中國企業指數|恒生中国企业指数|國指|国指|홍콩H지수|H지수",
  "HSTECH.HK":
    "Hang Seng Tech Index|Hang Seng TECH Index|Hang Seng Tech|HSTECH|恒生科技指數|恒生科技指数|恒科指數|科技指數|科指|恒科指|恒生科技|항셍테크지수|항셍테크",
  "000001.SS":
    "Shanghai Composite Index|Shanghai Composite index|Shanghai Composite|Shanghai-Composite|SSE Composite Index|SSE Composite|上證綜合指數|上证综合指数|上證綜指|上证综指|上證指數|上证指数|上海綜合指數|上海综合指数|滬綜指|沪综指|滬指|沪指|沪上证综指|上海総合指数|상하이종합지수|상해종합지수|상하이종합",
  "399001.SZ":
    "Shenzhen Component Index|Shenzhen Component|SZSE Component|深證成份指數|深证成份指数|深證成指|深证成指|深成指|深证成份指數|深圳成分指数|선전성분지수|선전종합지수",
  "399006.SZ": "ChiNext Index|ChiNext|創業板指數|创业板指数|創業板指|创业板指|創指|创指|차이넥스트",
  "000300.SS": "CSI 300 Index|CSI 300 index|CSI 300|CSI300|滬深300指數|沪深300指数|滬深300|沪深300|CSI300指数",
  "000688.SS": "STAR 50 Index|STAR 50|STAR50|科創50指數|科创50指数|科創50|科创50",
  "^TWII":
    "Taiex|TAIEX|Taiwan Weighted|加權指數|加权指数|台股加權指數|台灣加權指數|台湾加权指数|대만 가권지수|가권지수|加権指数",
  "^KS11":
    "Korea Composite Stock Price Index (KOSPI)|Korea Composite Stock Price Index|KOSPI|Kospi|코스피 지수|코스피지수|코스피|韓國綜合指數|韩国综合指数|韓国総合株価指数|南韓綜合指數|首爾綜合指數|首尔综合指数|韩国综合股价指数",
  "^KQ11": "KOSDAQ|Kosdaq|코스닥 지수|코스닥지수|코스닥",
  "^KS200": "KOSPI 200|코스피200",
  "^BSESN": "S&P BSE Sensex|BSE Sensex|Sensex|SENSEX|BSE SENSEX|S&P BSE SENSEX",
  "^NSEI": "Nifty 50|Nifty50|NIFTY 50|NSE Nifty 50|NSE Nifty|Nifty|NIFTY",
  "^NSEBANK": "Bank Nifty|Nifty Bank",
  "^AXJO": "S&P/ASX 200 Index|S&P/ASX 200|S&P/ASX200|S&P/ASX 200 index|ASX 200|ASX200|S&P ASX 200|S&P/ASX-200",
  "^AORD": "All Ordinaries Index|All Ordinaries index|All Ordinaries|All Ords",
  "^NZ50": "S&P/NZX 50 Index|S&P/NZX 50|NZX 50|NZX50|S&P/NZX50",
  "^STI": "Straits Times Index|STI",
  "^KLSE": "FBM KLCI|KLCI",
  "^JKSE": "Jakarta Composite Index|Jakarta Composite|IHSG",
  "^SET.BK": "SET Index|SET index",
  "^TA125.TA": "TA-125|TA-35",
  "^J203.JO": "JSE All Share|FTSE/JSE All Share",
  "^XU100": "BIST 100|BIST100",
  "^RUI": "Russell 1000 Index|Russell 1000",
  "^RUA": "Russell 3000 Index|Russell 3000",
  "^MID": "S&P MidCap 400|S&P Midcap 400",
  "^NYA": "NYSE Composite",
};

/** An index's name and where it ends. */
export interface IndexName {
  readonly ticker: Ticker;
  readonly end: number;
}

/** Names by their first letters, the longest first. */
const byBeginning = once(() => {
  const names = new Map<string, { name: string; ticker: Ticker }[]>();
  for (const [ticker, all] of Object.entries(INDEX_NAMES)) {
    for (const name of all.split("|")) {
      const beginning = name.slice(0, 2);
      names.set(beginning, [...(names.get(beginning) ?? []), { name, ticker }]);
    }
  }
  for (const of of names.values()) of.sort((a, b) => b.name.length - a.name.length);
  return names;
});

/** The index that a text names at `at`, by the longest name that fits as a whole word; null if none does. */
export function indexNameAt(text: string, at: number): IndexName | null {
  const candidates = byBeginning().get(text.slice(at, at + 2));
  if (!candidates || /[A-Za-z0-9&]/.test(text.charAt(at - 1))) return null;
  for (const { name, ticker } of candidates) {
    if (!text.startsWith(name, at)) continue;
    const end = at + name.length;
    const isLatin = /[A-Za-z0-9]/.test(name.charAt(name.length - 1));
    if (isLatin && /[A-Za-z0-9]/.test(text.charAt(end))) continue;
    return { ticker, end };
  }
  return null;
}
