import { accountPage } from "./en/account-page.ts";
import { accounts } from "./en/accounts.ts";
import { administration } from "./en/administration.ts";
import { aha } from "./en/aha.ts";
import { audit } from "./en/audit.ts";
import { checklists } from "./en/checklists.ts";
import { churnTexts } from "./en/churn.ts";
import { common } from "./en/common.ts";
import { conditions } from "./en/conditions.ts";
import { consoleTexts } from "./en/console.ts";
import { customerImport } from "./en/customer-import.ts";
import { destinations } from "./en/destinations.ts";
import { editor } from "./en/editor.ts";
import { editorPage } from "./en/editor-page.ts";
import { editorParts } from "./en/editor-parts.ts";
import { editorSurvey } from "./en/editor-survey.ts";
import { exporting } from "./en/exporting.ts";
import { facts } from "./en/facts.ts";
import { findings } from "./en/findings.ts";
import { health } from "./en/health.ts";
import { healthRules } from "./en/health-rules.ts";
import { imports } from "./en/import.ts";
import { insights } from "./en/insights.ts";
import { journey } from "./en/journey.ts";
import { lint } from "./en/lint.ts";
import { listed } from "./en/listed.ts";
import { myGuides } from "./en/my-guides.ts";
import { options } from "./en/options.ts";
import { ownData } from "./en/own-data.ts";
import { panel } from "./en/panel.ts";
import { picture } from "./en/picture.ts";
import { playbooks } from "./en/playbooks.ts";
import { preview } from "./en/preview.ts";
import { publication } from "./en/publication.ts";
import { record } from "./en/record.ts";
import { reports } from "./en/reports.ts";
import { revenue } from "./en/revenue.ts";
import { review } from "./en/review.ts";
import { rich } from "./en/rich-text.ts";
import { rules } from "./en/rules.ts";
import { settings } from "./en/settings.ts";
import { surveys } from "./en/surveys.ts";
import { tagging } from "./en/tagging.ts";
import { targets } from "./en/targets.ts";
import { tasks } from "./en/tasks.ts";
import { translating } from "./en/translating.ts";
import { why } from "./en/why.ts";
import { accountPage as ruAccountPage } from "./ru/account-page.ts";
import { accounts as ruAccounts } from "./ru/accounts.ts";
import { administration as ruAdministration } from "./ru/administration.ts";
import { aha as ruAha } from "./ru/aha.ts";
import { audit as ruAudit } from "./ru/audit.ts";
import { checklists as ruChecklists } from "./ru/checklists.ts";
import { churnTexts as ruChurnTexts } from "./ru/churn.ts";
import { common as ruCommon } from "./ru/common.ts";
import { conditions as ruConditions } from "./ru/conditions.ts";
import { consoleTexts as ruConsole } from "./ru/console.ts";
import { customerImport as ruCustomerImport } from "./ru/customer-import.ts";
import { destinations as ruDestinations } from "./ru/destinations.ts";
import { editor as ruEditor } from "./ru/editor.ts";
import { editorPage as ruEditorPage } from "./ru/editor-page.ts";
import { editorParts as ruEditorParts } from "./ru/editor-parts.ts";
import { editorSurvey as ruEditorSurvey } from "./ru/editor-survey.ts";
import { exporting as ruExporting } from "./ru/exporting.ts";
import { facts as ruFacts } from "./ru/facts.ts";
import { findings as ruFindings } from "./ru/findings.ts";
import { health as ruHealth } from "./ru/health.ts";
import { healthRules as ruHealthRules } from "./ru/health-rules.ts";
import { imports as ruImports } from "./ru/import.ts";
import { insights as ruInsights } from "./ru/insights.ts";
import { journey as ruJourney } from "./ru/journey.ts";
import { lint as ruLint } from "./ru/lint.ts";
import { listed as ruListed } from "./ru/listed.ts";
import { myGuides as ruMyGuides } from "./ru/my-guides.ts";
import { options as ruOptions } from "./ru/options.ts";
import { ownData as ruOwnData } from "./ru/own-data.ts";
import { panel as ruPanel } from "./ru/panel.ts";
import { picture as ruPicture } from "./ru/picture.ts";
import { playbooks as ruPlaybooks } from "./ru/playbooks.ts";
import { preview as ruPreview } from "./ru/preview.ts";
import { publication as ruPublication } from "./ru/publication.ts";
import { record as ruRecord } from "./ru/record.ts";
import { reports as ruReports } from "./ru/reports.ts";
import { revenue as ruRevenue } from "./ru/revenue.ts";
import { review as ruReview } from "./ru/review.ts";
import { rich as ruRich } from "./ru/rich-text.ts";
import { rules as ruRules } from "./ru/rules.ts";
import { settings as ruSettings } from "./ru/settings.ts";
import { surveys as ruSurveys } from "./ru/surveys.ts";
import { tagging as ruTagging } from "./ru/tagging.ts";
import { targets as ruTargets } from "./ru/targets.ts";
import { tasks as ruTasks } from "./ru/tasks.ts";
import { translating as ruTranslating } from "./ru/translating.ts";
import { why as ruWhy } from "./ru/why.ts";
import type { Message, Placeholders } from "./translation.ts";

const en = {
  ...common,
  ...options,
  ...panel,
  ...publication,
  ...destinations,
  ...settings,
  ...administration,
  ...audit,
  ...picture,
  ...listed,
  ...consoleTexts,
  ...accounts,
  ...accountPage,
  ...journey,
  ...tasks,
  ...aha,
  ...reports,
  ...revenue,
  ...surveys,
  ...review,
  ...targets,
  ...tagging,
  ...record,
  ...why,
  ...ownData,
  ...exporting,
  ...insights,
  ...conditions,
  ...facts,
  ...playbooks,
  ...rules,
  ...preview,
  ...myGuides,
  ...editor,
  ...editorPage,
  ...editorParts,
  ...editorSurvey,
  ...rich,
  ...lint,
  ...health,
  ...healthRules,
  ...churnTexts,
  ...customerImport,
  ...checklists,
  ...imports,
  ...findings,
  ...translating,
} as const;
const ru = {
  ...ruCommon,
  ...ruOptions,
  ...ruPanel,
  ...ruPublication,
  ...ruDestinations,
  ...ruSettings,
  ...ruAdministration,
  ...ruAudit,
  ...ruPicture,
  ...ruListed,
  ...ruConsole,
  ...ruAccounts,
  ...ruAccountPage,
  ...ruJourney,
  ...ruTasks,
  ...ruAha,
  ...ruReports,
  ...ruRevenue,
  ...ruSurveys,
  ...ruReview,
  ...ruTargets,
  ...ruTagging,
  ...ruRecord,
  ...ruWhy,
  ...ruOwnData,
  ...ruExporting,
  ...ruInsights,
  ...ruConditions,
  ...ruFacts,
  ...ruPlaybooks,
  ...ruRules,
  ...ruPreview,
  ...ruMyGuides,
  ...ruEditor,
  ...ruEditorPage,
  ...ruEditorParts,
  ...ruEditorSurvey,
  ...ruRich,
  ...ruLint,
  ...ruHealth,
  ...ruHealthRules,
  ...ruChurnTexts,
  ...ruCustomerImport,
  ...ruChecklists,
  ...ruImports,
  ...ruFindings,
  ...ruTranslating,
} as const;

/** Languages of the interface. Guides bring their own texts. */
export type Language = "en" | "ru";

export const LANGUAGES = ["en", "ru"] as const satisfies readonly Language[];

export const MESSAGES: Readonly<Record<Language, Readonly<Record<MessageKey, Message>>>> = {
  en,
  ru,
};

export type MessageKey = keyof typeof en;

type English<Key extends MessageKey> = (typeof en)[Key];
/** A plural needs its count even where the text does not write it. */
type Names<Key extends MessageKey> =
  English<Key> extends string
    ? Placeholders<English<Key>>
    : Placeholders<English<Key>[keyof English<Key>]> | "count";

/** What a message must be told to be written. */
export type Params<Key extends MessageKey> = Record<Names<Key>, string | number>;

/** The rest arguments of `t`: none where the message has no placeholder. */
export type Args<Key extends MessageKey> = [Names<Key>] extends [never]
  ? []
  : [params: Params<Key>];

/** Of texts that take no parameters. */
export type PlainKey = {
  [Key in MessageKey]: Args<Key> extends [] ? Key : never;
}[MessageKey];
