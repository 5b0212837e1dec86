import { describe, expect, it } from "vitest";
import { createPageMentions } from "../../../src/background/page-mentions";
import type { RankedMention } from "../../../src/domain/detection/page-companies";
import { DEFAULT_SETTINGS } from "../../../src/domain/settings";
import type { FrameMentions } from "../../../src/protocol/page-requests";
import { createMemoryStore } from "../../fakes/memory-store";

const mention = (ticker: string, evidence: RankedMention["evidence"] = "name"): RankedMention => ({
  ticker,
  name: ticker,
  evidence,
  surface: ticker,
});

/** A tab whose other frames do not answer, because they are still being read. */
const BUSY_TAB = 2;
const never = new Promise(() => undefined);

function setUp({ badge = true } = {}) {
  const session = createMemoryStore();
  const frames = new Map<number, FrameMentions>();
  const badges: string[] = [];
  /** Whether frames answer; while they do not, `answers` has what lets them. */
  const hold = { frames: false, answers: [] as (() => void)[] };
  const mentions = createPageMentions({
    session,
    settings: { read: async () => ({ ...DEFAULT_SETTINGS, badge }) },
    askPage: async (tabId, frameId) => {
      if (hold.frames) await new Promise<void>((resolve) => hold.answers.push(resolve));
      return (tabId === BUSY_TAB ? never : (frames.get(frameId ?? 0) ?? null)) as never;
    },
    setBadge: async (_, text) => void badges.push(text),
    reported: () => undefined,
    wait: async (ms) => void badges.push(`for ${ms} ms`),
  });
  const report = (frameId: number, found: readonly RankedMention[], { incognito = false, title = "" } = {}) => {
    frames.set(frameId, { title, mentions: found });
    const tickers = [...new Set(found.map(({ ticker }) => ticker))];
    return mentions.report({ role: "content", tabId: 1, frameId, incognito }, tickers);
  };
  return { session, frames, badges, hold, mentions, report };
}

describe("what open pages mention", () => {
  it("is counted once per listing over all frames of the tab", async () => {
    const { badges, report } = setUp();
    await report(0, [mention("BABA"), mention("MSFT")]);
    await report(4, [mention("BABA"), mention("AAPL")]);
    expect(badges).toEqual(["2", "3"]);
  });

  it("is one list for the popup, ranked over all frames by the page's own title, weight and place", async () => {
    const { mentions, report } = setUp();
    await report(4, [mention("AAPL"), mention("BABA"), mention("PEP"), mention("BABA")], { title: "PEP for less" });
    await report(0, [mention("MSFT"), mention("BABA"), mention("KO", "paren"), mention("INTC")], { title: "INTC" });
    const list = await mentions.list(1);
    expect(list.ok && list.value?.map(({ ticker, count }) => `${ticker} ${count}`)).toEqual([
      "INTC 1",
      "BABA 3",
      "KO 1",
      "MSFT 1",
      "AAPL 1",
      "PEP 1",
    ]);
  });

  it("begins with what the page is most about, however many it hides besides", async () => {
    const { mentions, report } = setUp();
    const hidden = Array.from({ length: 2_000 }, (_, at) => mention(`H${at}`));
    await report(0, [...hidden, mention("BABA"), mention("BABA")]);
    const list = await mentions.list(1);
    expect(list.ok && list.value?.[0]?.ticker).toBe("BABA");
  });

  it("forgets the frames of a page that was left", async () => {
    const { badges, frames, report } = setUp();
    await report(0, [mention("BABA")]);
    await report(4, [mention("AAPL")]);
    frames.delete(4);
    await report(0, [mention("MSFT")]);
    expect(badges.at(-1)).toBe("1");
  });

  it("is not what the page before mentioned, also if only a frame of the next one mentions anything", async () => {
    const { badges, frames, report } = setUp();
    await report(0, [mention("BABA"), mention("MSFT")]);
    // A page that mentions nothing reports nothing.
    frames.set(0, { title: "", mentions: [] });
    await report(4, [mention("AAPL")]);
    expect(badges.at(-1)).toBe("1");
  });

  it("is counted together when two frames of a page report at once", async () => {
    const { badges, report } = setUp();
    await Promise.all([report(0, [mention("BABA"), mention("MSFT")]), report(4, [mention("AAPL")])]);
    expect(badges.at(-1)).toBe("3");
  });

  it("does not wait for the frames of another tab", async () => {
    const { badges, mentions, report } = setUp();
    for (const frameId of [0, 4])
      void mentions.report({ role: "content", tabId: BUSY_TAB, frameId, incognito: false }, ["MSFT"]);
    await report(0, [mention("BABA"), mention("AAPL")]);
    expect(badges).toContain("2");
  });

  it("is unknown where no content script answers", async () => {
    const { mentions } = setUp();
    expect(await mentions.list(1)).toEqual({ ok: true, value: null });
  });

  it("shows no number where the reader wants none, or nothing is mentioned", async () => {
    const off = setUp({ badge: false });
    await off.report(0, [mention("BABA")]);
    const none = setUp();
    await none.report(0, []);
    expect([off.badges, none.badges]).toEqual([[""], [""]]);
  });

  it("is written in two digits at most", async () => {
    const { badges, report } = setUp();
    for (const count of [99, 100])
      await report(
        0,
        Array.from({ length: count }, (_, at) => mention(`T${at}`)),
      );
    expect(badges).toEqual(["99", "99+"]);
  });

  it("comes back to the button after the question mark of a look-up", async () => {
    const { badges, mentions, report } = setUp();
    await report(0, [mention("BABA"), mention("MSFT")]);
    await report(4, [mention("AAPL")]);
    await mentions.showQuestionMark(1);
    expect(badges.slice(2)).toEqual(["?", "for 4000 ms", "3"]);
  });

  it("is counted for the question mark's end only when a report that came in the meantime has been", async () => {
    const { badges, hold, mentions, report } = setUp();
    await report(0, [mention("BABA")]);
    await report(4, [mention("AAPL")]);
    hold.frames = true;
    const work = [report(7, [mention("MSFT")]), mentions.showQuestionMark(1)];
    await expect.poll(() => badges.at(-1)).toBe("for 4000 ms");
    await expect.poll(() => hold.answers.length).toBe(2);
    hold.frames = false;
    for (const answer of hold.answers) answer();
    await Promise.all(work);
    expect(badges.slice(2)).toEqual(["?", "for 4000 ms", "3", "3"]);
  });

  it("is forgotten with its tab, whatever the tab still reports", async () => {
    const { session, hold, mentions, report } = setUp();
    await report(0, [mention("BABA")]);
    hold.frames = true;
    const work = [report(4, [mention("AAPL")])];
    await expect.poll(() => hold.answers.length).toBe(1);
    work.push(report(0, []));
    const forgotten = mentions.forget(1);
    for (const answer of hold.answers) answer();
    await Promise.all([...work, forgotten]);
    await report(0, [mention("BABA")]);
    expect([...session.values.keys()]).toEqual([]);
  });

  it("is not kept of private windows", async () => {
    const { session, badges, report } = setUp();
    await report(0, [mention("BABA")], { incognito: true });
    expect(badges).toEqual(["1"]);
    expect(session.values.size).toBe(0);
  });

  it("is in private windows what the page itself mentions, as in the popup's list, not what a frame does", async () => {
    const { badges, mentions, report } = setUp();
    await report(0, [mention("BABA"), mention("MSFT")], { incognito: true });
    await report(4, [mention("AAPL")], { incognito: true });
    expect(badges).toEqual(["2"]);
    const list = await mentions.list(1);
    expect(list.ok && list.value?.map(({ ticker }) => ticker)).toEqual(["BABA", "MSFT"]);
  });
});
