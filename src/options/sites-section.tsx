import { useCallback, useEffect, useState } from "preact/hooks";
import { createFormat } from "../domain/format";
import { isSensitiveHost } from "../domain/sensitive-sites";
import { siteFromInput } from "../domain/site";
import type { Access } from "../platform/permissions";
import { failureText } from "../ui/failure-text";
import { WithheldNotice } from "../ui/withheld-notice";
import { AddForm } from "./add-form";
import { ItemList } from "./item-list";
import type { SectionProps } from "./use-options";

/**
 * The sites where Sidequote reads pages: those from the start, those that the reader granted, and those that are
 * switched off.
 */
export function SitesSection({ deps, options: { reload }, settings: { sites } }: SectionProps) {
  const { text, ask, curatedSites } = deps;
  const { granted, withheld, refresh } = useAccess(deps);
  const own = granted.filter((site) => site !== "*");
  const switchSite = async (site: string, on: boolean): Promise<string | null> => {
    const reply = await ask("switch-site", { site, on });
    await reload();
    return reply.ok ? null : failureText(reply.failure, { text, format: createFormat(deps.language) }, deps.now());
  };
  return (
    <>
      <WithheldNotice text={text} withheld={withheld} allow={() => deps.askForWithheld(withheld).then(refreshed)} />
      <CuratedSites text={text} sites={curatedSites} />
      <fieldset class="fm-group">
        <legend>{text("options_sitesOwn")}</legend>
        <ItemList
          items={own}
          remove={(site) => void deps.giveBack(site).then(refresh)}
          text={text}
          label={text("options_sitesOwn")}
        />
        <AddSite
          text={text}
          add={async (site) => {
            // A permission for it would be asked in vain.
            if (isSensitiveHost(site)) return text("popup_sensitive");
            return (await deps.askForSite(site).then(refreshed)) ? null : text("popup_denied");
          }}
        />
      </fieldset>
      <AllSites
        text={text}
        everywhere={granted.includes("*")}
        stop={() => void deps.giveBack("*").then(refresh)}
        ask={() => deps.askForAllSites().then(refreshed)}
      />
      <fieldset class="fm-group">
        <legend>{text("options_sitesOff")}</legend>
        <p class="fm-note">{text("options_sitesOffNote")}</p>
        <ItemList
          items={sites.off}
          remove={(site) => void switchSite(site, true)}
          text={text}
          label={text("options_sitesOff")}
        />
        <AddSite text={text} add={(site) => switchSite(site, false)} />
      </fieldset>
    </>
  );

  async function refreshed(was: boolean): Promise<boolean> {
    await refresh();
    return was;
  }
}

/** A button that asks for all sites, or stops at them. */
function AllSites({
  text,
  everywhere,
  stop,
  ask,
}: {
  text: SectionProps["deps"]["text"];
  everywhere: boolean;
  stop: () => void;
  /** Resolves with the reader's answer. */
  ask: () => Promise<boolean>;
}) {
  const [denied, setDenied] = useState(false);
  const askAll = () => void ask().then((granted) => setDenied(!granted));
  return (
    <fieldset class="fm-group">
      <legend>{text("options_sitesAll")}</legend>
      <p class="fm-note">{text("options_sitesNever")}</p>
      <div>
        <button type="button" class="pg-button" onClick={everywhere ? stop : askAll}>
          {text(everywhere ? "options_sitesAllOff" : "options_sitesAllOn")}
        </button>
      </div>
      <p class="op-refused" role="status">
        {denied && !everywhere && text("popup_denied")}
      </p>
    </fieldset>
  );
}

/** The sites that are on from the start, with a search for one of them. */
function CuratedSites({ text, sites }: { text: SectionProps["deps"]["text"]; sites: readonly string[] }) {
  const [typed, setTyped] = useState("");
  const address = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, "");
  const [wanted = ""] = address.replace(/^www\./, "").split("/");
  const found = sites.filter((site) => site.includes(wanted));
  return (
    <details class="op-details">
      <summary>{text("options_sitesCurated", { count: sites.length })}</summary>
      <input
        class="pg-field"
        type="search"
        aria-label={text("options_sitesSearch")}
        placeholder={text("options_sitesSearch")}
        value={typed}
        maxLength={253}
        autocapitalize="off"
        spellcheck={false}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <p class="op-hosts" role="status">
        {found.length > 0 ? found.join(", ") : text("popup_nothingFound", { query: typed.trim() })}
      </p>
    </details>
  );
}

function AddSite({
  text,
  add,
}: {
  text: SectionProps["deps"]["text"];
  /** Resolves with a sentence about why the site was not added, or null. */
  add: (site: string) => Promise<string | null>;
}) {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState("");
  const submit = () => {
    if (typed.trim() === "") return setProblem("");
    const site = siteFromInput(typed);
    if (!site) return setProblem(text("options_notASite", { text: typed }));
    setProblem("");
    void add(site).then((refusal) => (refusal === null ? setTyped("") : setProblem(refusal)));
  };
  return (
    <>
      <AddForm add={submit} text={text}>
        <input
          class="pg-field"
          aria-label={text("options_site")}
          placeholder="example.com"
          value={typed}
          maxLength={253}
          inputMode="url"
          autocapitalize="off"
          spellcheck={false}
          onInput={(event) => setTyped(event.currentTarget.value)}
        />
      </AddForm>
      <p class="op-refused" role="status">
        {problem}
      </p>
    </>
  );
}

const UNKNOWN: Access = { granted: [], withheld: { sources: false, sites: false } };

function useAccess({ currentAccess, onBroadcast }: SectionProps["deps"]) {
  const [access, setAccess] = useState(UNKNOWN);
  const refresh = useCallback(async () => setAccess(await currentAccess()), [currentAccess]);
  useEffect(() => {
    void refresh();
    return onBroadcast(() => void refresh());
  }, [refresh, onBroadcast]);
  return { ...access, refresh };
}
