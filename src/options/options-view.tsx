import type { ComponentType } from "preact";
import type { Failure } from "../domain/failure";
import { createFormat } from "../domain/format";
import type { SettingsState } from "../domain/settings";
import { failureText } from "../ui/failure-text";
import type { MessageKey, TextOf } from "../ui/text";
import { AboutSection, KeyboardSection } from "./about-sections";
import { BackupSection } from "./backup-section";
import { CardPreview } from "./card-preview";
import { CardSection } from "./card-section";
import { DetectionSection } from "./detection-section";
import { fieldNames } from "./field-names";
import { LookSection } from "./look-section";
import type { OptionsDeps } from "./options-deps";
import { PrivacySection } from "./privacy-section";
import { SitesSection } from "./sites-section";
import { SourceSection } from "./source-section";
import { useCurrentSection, useInView } from "./use-current-section";
import { type Outcome, type SectionProps, useOptions } from "./use-options";

interface Section {
  readonly id: string;
  readonly title: MessageKey;
  readonly Content: ComponentType<SectionProps>;
}

const SECTIONS: readonly Section[] = [
  { id: "card", title: "options_card", Content: CardSection },
  { id: "look", title: "options_look", Content: LookSection },
  { id: "sites", title: "options_sites", Content: SitesSection },
  { id: "detection", title: "options_detection", Content: DetectionSection },
  { id: "source", title: "options_source", Content: SourceSection },
  { id: "privacy", title: "options_privacy", Content: PrivacySection },
  { id: "backup", title: "options_backup", Content: BackupSection },
  { id: "keyboard", title: "options_keyboard", Content: KeyboardSection },
  { id: "about", title: "options_about", Content: AboutSection },
];

const IDS = SECTIONS.map(({ id }) => id);

/** The options page: every setting, saved as it is changed. */
export function OptionsView(deps: OptionsDeps) {
  const { options, failure, reload } = useOptions(deps);
  const { text, ask } = deps;
  const current = useCurrentSection(IDS, options !== null);
  const nav = useInView(current);
  if (!options) return failure && <Unread failure={failure} deps={deps} retry={() => void reload()} />;
  const { state, outcome } = options;
  const section = { deps, options, settings: state.settings };
  return (
    <div class="op">
      <header class="op-head">
        <img src="icons/48.png" alt="" width="32" height="32" />
        <h1>{text("options_title")}</h1>
        <p class="op-outcome" role="status">
          {outcomeText(outcome, deps)}
        </p>
      </header>
      <nav ref={nav} class="op-nav" aria-label={text("options_title")}>
        {SECTIONS.map(({ id, title }) => (
          <a key={id} href={`#${id}`} aria-current={current === id ? "location" : undefined}>
            {text(title)}
          </a>
        ))}
      </nav>
      <CardPreview deps={deps} settings={state.settings} />
      <main class="op-main">
        {state.putAside && (
          <PutAside putAside={state.putAside} text={text} forget={() => void ask("forget-aside", {}).then(reload)} />
        )}
        {!state.synced && <p class="op-notice">{text("options_unsynced")}</p>}
        {SECTIONS.map(({ id, title, Content }) => (
          <section key={id} id={id} class="op-section" tabIndex={-1} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{text(title)}</h2>
            <Content {...section} />
          </section>
        ))}
      </main>
    </div>
  );
}

/** Says why the settings are not here, with a button to read them again. */
function Unread({ failure, deps, retry }: { failure: Failure; deps: OptionsDeps; retry: () => void }) {
  const { text, language, now } = deps;
  return (
    <div class="op-notice" role="status">
      <p>{failureText(failure, { text, format: createFormat(language) }, now())}</p>
      <button type="button" class="pg-button" onClick={retry}>
        {text("popup_retry")}
      </button>
    </div>
  );
}

function PutAside({
  putAside: { fields },
  text,
  forget,
}: {
  putAside: NonNullable<SettingsState["putAside"]>;
  text: TextOf;
  forget: () => void;
}) {
  return (
    <div class="op-notice">
      <p>
        {fields.length === 0
          ? text("options_putAsideAll")
          : text("options_putAside", { fields: fieldNames(fields, text) })}
      </p>
      <button type="button" class="pg-button" onClick={forget}>
        {text("options_forget")}
      </button>
    </div>
  );
}

function outcomeText(outcome: Outcome, { text, language, now }: OptionsDeps): string {
  if (outcome === null) return "";
  if ("saved" in outcome) return text("options_saved");
  const wording = { text, format: createFormat(language) };
  const fields =
    "failure" in outcome ? failureText(outcome.failure, wording, now()) : fieldNames(outcome.refused, text);
  return text("options_notSaved", { fields });
}
