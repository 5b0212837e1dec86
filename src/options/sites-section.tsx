import { useCallback, useEffect, useState } from "preact/hooks";
import { siteFromInput } from "../domain/site";
import type { Access } from "../platform/permissions";
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
  const everywhere = granted.includes("*");
  const switchSite = (site: string, on: boolean) => void ask("switch-site", { site, on }).then(reload);
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
        <AddSite text={text} add={(site) => deps.askForSite(site).then(refreshed)} />
      </fieldset>
      <fieldset class="fm-group">
        <legend>{text("options_sitesAll")}</legend>
        <p class="fm-note">{text("options_sitesNever")}</p>
        <div>
          {everywhere ? (
            <button type="button" class="pg-button" onClick={() => void deps.giveBack("*").then(refresh)}>
              {text("options_sitesAllOff")}
            </button>
          ) : (
            <button type="button" class="pg-button" onClick={() => void deps.askForAllSites().then(refresh)}>
              {text("options_sitesAllOn")}
            </button>
          )}
        </div>
      </fieldset>
      <fieldset class="fm-group">
        <legend>{text("options_sitesOff")}</legend>
        <p class="fm-note">{text("options_sitesOffNote")}</p>
        <ItemList
          items={sites.off}
          remove={(site) => switchSite(site, true)}
          text={text}
          label={text("options_sitesOff")}
        />
        <AddSite
          text={text}
          add={async (site) => {
            switchSite(site, false);
            return true;
          }}
        />
      </fieldset>
    </>
  );

  async function refreshed(was: boolean): Promise<boolean> {
    await refresh();
    return was;
  }
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

function AddSite({ text, add }: { text: SectionProps["deps"]["text"]; add: (site: string) => Promise<boolean> }) {
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState("");
  const submit = () => {
    const site = siteFromInput(typed);
    if (!site) return setProblem(text("options_notASite", { text: typed }));
    setProblem("");
    void add(site).then((granted) => (granted ? setTyped("") : setProblem(text("popup_denied"))));
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
