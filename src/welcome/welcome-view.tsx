import { useState } from "preact/hooks";
import { sectionOf, useFocusHeir } from "../ui/focus-heir";
import type { TextOf } from "../ui/text";
import { WithheldNotice } from "../ui/withheld-notice";

interface Props {
  readonly text: TextOf;
  /** Whether figures are already on. */
  readonly agreed: boolean;
  /** Whether the reader already allowed all sites. */
  readonly everywhere: boolean;
  /** Number of sites that are on from the start. */
  readonly curatedCount: number;
  /** The sites of general and technology news that the page offers. */
  readonly offered: { readonly count: number; readonly isOn: boolean };
  readonly agree: () => void;
  /** What the manifest asks for and the browser withholds. */
  readonly withheld: { readonly sources: boolean; readonly sites: boolean };
  /**
   * Each of these opens the browser's prompt, so it must be called within a click, and resolves with the reader's
   * answer.
   */
  readonly allowWithheld: () => Promise<boolean>;
  readonly askForOffered: () => Promise<boolean>;
  readonly askForAllSites: () => Promise<boolean>;
  readonly openOptions: () => void;
}

/**
 * The page after installation: a sentence to try it on, with the button to agree; what is sent; the choice of sites.
 */
export function WelcomeView(props: Props) {
  const { text, agreed, everywhere, curatedCount, agree, askForAllSites, openOptions } = props;
  const ref = useFocusHeir(sectionOf);
  return (
    <main class="wl">
      <header class="wl-head" data-sidequote-unread>
        <img src="icons/128.png" alt="" width="64" height="64" />
        <div>
          <h1>{text("welcome_title")}</h1>
          <p class="wl-lead">{text("welcome_lead")}</p>
        </div>
      </header>
      <section class="wl-try" tabIndex={-1} aria-labelledby="try">
        <h2 id="try">{text("welcome_tryTitle")}</h2>
        <p class="wl-sentence">{text("welcome_trySentence")}</p>
        <div class="wl-consent" data-sidequote-unread aria-live="polite">
          {agreed ? (
            <p class="wl-done">{text("welcome_tryHint")}</p>
          ) : (
            <>
              <button ref={ref} type="button" class="pg-button" data-kind="main" onClick={agree}>
                {text("welcome_agree")}
              </button>
              <p class="wl-note">
                {text("welcome_agreeNote")} <a href="#sent">{text("popup_learn")}</a>
              </p>
            </>
          )}
        </div>
      </section>
      <section class="wl-part" data-sidequote-unread aria-labelledby="sent">
        <h2 id="sent">{text("welcome_sentTitle")}</h2>
        <ul class="wl-sent">
          <li>{text("welcome_sentTickers")}</li>
          <li>{text("welcome_sentDirectory")}</li>
          <li data-kind="never">{text("welcome_sentNever")}</li>
        </ul>
        {agreed && <p class="wl-note">{text("welcome_agreed")}</p>}
      </section>
      <section class="wl-part" data-sidequote-unread tabIndex={-1} aria-labelledby="sites">
        <h2 id="sites">{text("welcome_sitesTitle")}</h2>
        <p>{text("welcome_sitesCurated", { count: curatedCount })}</p>
        <WithheldNotice text={text} withheld={props.withheld} allow={props.allowWithheld} />
        {everywhere || <OfferedSites text={text} {...props.offered} ask={props.askForOffered} />}
        <AllSites text={text} everywhere={everywhere} ask={askForAllSites} />
      </section>
      <footer class="wl-foot">
        <button type="button" class="pg-button" data-kind="plain" onClick={openOptions}>
          {text("welcome_options")}
        </button>
      </footer>
    </main>
  );
}

interface OfferedProps {
  readonly text: TextOf;
  readonly count: number;
  readonly isOn: boolean;
  readonly ask: () => Promise<boolean>;
}

function OfferedSites({ text, count, isOn, ask }: OfferedProps) {
  const [denied, setDenied] = useState(false);
  const ref = useFocusHeir(sectionOf);
  if (isOn) return <p class="wl-done">{text("welcome_offeredOn", { count })}</p>;
  return (
    <div ref={ref} class="wl-sites">
      <button type="button" class="pg-button" onClick={() => void ask().then((granted) => setDenied(!granted))}>
        {text("welcome_offered", { count })}
      </button>
      <p class="wl-note" role="status">
        {text(denied ? "welcome_allSitesDenied" : "welcome_offeredNote")}
      </p>
    </div>
  );
}

function AllSites({ text, everywhere, ask }: { text: TextOf; everywhere: boolean; ask: () => Promise<boolean> }) {
  const [denied, setDenied] = useState(false);
  const ref = useFocusHeir(sectionOf);
  if (everywhere) return <p class="wl-done">{text("welcome_allSitesOn")}</p>;
  return (
    <div ref={ref} class="wl-sites">
      <button type="button" class="pg-button" onClick={() => void ask().then((granted) => setDenied(!granted))}>
        {text("welcome_allSites")}
      </button>
      <p class="wl-note" role="status">
        {text(denied ? "welcome_allSitesDenied" : "welcome_allSitesNote")}
      </p>
    </div>
  );
}
