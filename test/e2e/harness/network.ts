import { faultsOf } from "./outgoing-audit";

/** One request that left the browser, as the other side sees it. */
export interface OutgoingRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
}

/** What the other side answers; `unreachable` fails as a lost connection does, `hanging` never answers. */
export type NetworkReply =
  | {
      readonly status: number;
      readonly contentType: string;
      readonly body: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | "unreachable"
  | "hanging";

export type Answer = (request: OutgoingRequest) => NetworkReply | Promise<NetworkReply>;

/** The whole internet of a run: pages by address, and whoever answers the hosts that serve no page. */
export interface Network {
  /** Serves a page at exactly this address. */
  readonly servePage: (url: string, html: string, headers?: Readonly<Record<string, string>>) => void;
  /** Who answers everything that is not a served page, from now on. */
  readonly answerWith: (answer: Answer) => void;
  /** Cuts every host but the pages' off, or connects them again. */
  readonly cut: (offline: boolean) => void;
  readonly handle: Answer;
  /** Every request that was not for a served page (or its favicon), oldest first. */
  readonly outgoing: () => readonly OutgoingRequest[];
  /** Resolves with the first outgoing request that `matches`, past ones included. */
  readonly requested: (matches: (url: URL) => boolean) => Promise<OutgoingRequest>;
  /** Throws when anything left that is not a bare request for tickers or lists; every run ends with it. */
  readonly audit: () => void;
}

/** A network where nothing answers until told. */
export function createNetwork(): Network {
  const pages = new Map<string, Exclude<NetworkReply, string>>();
  const outgoing: OutgoingRequest[] = [];
  const waiting: { matches: (url: URL) => boolean; resolve: (request: OutgoingRequest) => void }[] = [];
  let answer: Answer = () => "unreachable";
  let isCut = false;
  return {
    servePage: (url, html, headers = {}) =>
      pages.set(url, { status: 200, contentType: "text/html; charset=utf-8", body: html, headers }),
    answerWith: (next) => {
      answer = next;
    },
    cut: (offline) => {
      isCut = offline;
    },
    handle: (request) => {
      const page = pages.get(request.url.replace(/#.*$/, ""));
      if (page) return page;
      if (new URL(request.url).pathname === "/favicon.ico") {
        return { status: 404, contentType: "text/plain", body: "" };
      }
      if (isCut) return "unreachable";
      outgoing.push(request);
      for (const { matches, resolve } of waiting) if (matches(new URL(request.url))) resolve(request);
      return answer(request);
    },
    outgoing: () => outgoing,
    requested: (matches) =>
      new Promise((resolve) => {
        const past = outgoing.find(({ url }) => matches(new URL(url)));
        if (past) resolve(past);
        else waiting.push({ matches, resolve });
      }),
    audit: () => {
      const faults = faultsOf(outgoing);
      if (faults.length > 0) throw new Error(`more than tickers left the browser:\n${faults.join("\n")}`);
    },
  };
}
