import { createAccountsClient } from "../accounts/client.ts";
import { type AccountsModel, createAccountsModel } from "../accounts/model.ts";
import { createAuditClient } from "../administration/audit-client.ts";
import { type AuditModel, createAuditModel } from "../administration/audit-model.ts";
import { createSigningKeysClient } from "../administration/keys-client.ts";
import { createSigningKeysModel, type SigningKeysModel } from "../administration/keys-model.ts";
import { createRetentionClient } from "../administration/retention-client.ts";
import { createRetentionModel, type RetentionModel } from "../administration/retention-model.ts";
import { createTokensClient } from "../administration/tokens-client.ts";
import { createTokensModel, type TokensModel } from "../administration/tokens-model.ts";
import { createChecklistsClient } from "../checklists/client.ts";
import { createTemplatesModel, type TemplatesModel } from "../checklists/templates-model.ts";
import { createDestinationsClient } from "../destinations/client.ts";
import { createDestinationsModel, type DestinationsModel } from "../destinations/model.ts";
import { createPlaybooksClient } from "../playbooks/client.ts";
import { createPlaybooksModel, type PlaybooksModel } from "../playbooks/model.ts";
import { createRevenueClient } from "../revenue/client.ts";
import { createRevenueModel, type RevenueModel } from "../revenue/model.ts";
import { createSurveysClient } from "../surveys/client.ts";
import { createSurveysModel, type SurveysModel } from "../surveys/model.ts";
import { createTasksModel, type OwnName, type TasksModel } from "../tasks/model.ts";
import type { Address } from "./address.ts";
import { createAhaClient } from "./aha-client.ts";
import { createConsoleClient } from "./client.ts";
import { createHealthClient } from "./health/health-client.ts";
import { createHealthModel, type HealthModel } from "./health/health-model.ts";
import { createImportClient } from "./import/import-client.ts";
import { createImportModel, type ImportModel } from "./import/import-model.ts";
import type { Go } from "./model.ts";
import { createReports, type Reports } from "./reports.ts";
import type { Section } from "./sections.ts";
import { createSettingsClient } from "./settings-client.ts";
import { createSettingsModel, type SettingsModel } from "./settings-model.ts";

/** The models of all sections, in somebody's name. */
export interface OpenConsole {
  server: string;
  accounts: AccountsModel;
  tasks: TasksModel;
  reports: Reports;
  health: HealthModel;
  playbooks: PlaybooksModel;
  checklists: TemplatesModel;
  revenue: RevenueModel;
  surveys: SurveysModel;
  imports: ImportModel;
  settings: SettingsModel;
  destinations: DestinationsModel;
  tokens: TokensModel;
  signingKeys: SigningKeysModel;
  retention: RetentionModel;
  audit: AuditModel;
  /** Whether there is any account to begin with. */
  hasAccounts(): Promise<boolean>;
  /** Asks for what is at an address, also when it is there already. */
  show(address: Address): Promise<void>;
}

export function createOpenConsole(
  session: { server: string; token: string },
  { fetch: request, go, ownName }: { fetch: typeof fetch; go: Go; ownName: OwnName },
): OpenConsole {
  const accountsClient = createAccountsClient(session, request);
  const clocks = { now: () => Date.now(), newId: () => crypto.randomUUID() };
  const accounts = createAccountsModel(accountsClient, { go, ...clocks });
  const tasks = createTasksModel(accountsClient, { go, ownName, ...clocks });
  const client = createConsoleClient(session, request);
  const reports = createReports(client, createAhaClient(session, request));
  const health = createHealthModel(createHealthClient(session, request));
  const playbooks = createPlaybooksModel(
    createPlaybooksClient(session, request),
    navigator.languages,
  );
  const checklists = createTemplatesModel(createChecklistsClient(session, request));
  const revenue = createRevenueModel(createRevenueClient(session, request));
  const surveys = createSurveysModel(createSurveysClient(session, request));
  const imports = createImportModel(createImportClient(session, request));
  const settings = createSettingsModel(createSettingsClient(session, request));
  const destinations = createDestinationsModel(createDestinationsClient(session, request));
  const tokens = createTokensModel(createTokensClient(session, request));
  const signingKeys = createSigningKeysModel(createSigningKeysClient(session, request));
  const retention = createRetentionModel(createRetentionClient(session, request));
  const audit = createAuditModel(createAuditClient(session, request));
  let shown: Section | null = null;
  const show: Readonly<Record<Section, (address: Address, arrived: boolean) => Promise<void>>> = {
    accounts: accounts.show,
    tasks: tasks.show,
    features: reports.featureViews.load,
    people: reports.peopleViews.load,
    signals: () => reports.signals.open(),
    aha: reports.aha.answer.load,
    guides: () => reports.guides.open(),
    health: health.load,
    playbooks: ({ id }) => playbooks.open(id),
    checklists: checklists.settings.load,
    revenue: () => revenue.open(),
    surveys: () => surveys.open(),
    import: imports.load,
    settings: async () => {
      await Promise.all([
        settings.settings.load(),
        destinations.list.load(),
        tokens.list.load(),
        signingKeys.list.load(),
        retention.kept.load(),
        audit.load(),
      ]);
    },
  };
  return {
    server: client.server,
    accounts,
    tasks,
    reports,
    health,
    playbooks,
    checklists,
    revenue,
    surveys,
    imports,
    settings,
    destinations,
    tokens,
    signingKeys,
    retention,
    audit,
    async hasAccounts() {
      const one = await accountsClient.list({ limit: "1" });
      return one.ok && one.value.total > 0;
    },
    async show(address) {
      const arrived = address.section !== shown;
      shown = address.section;
      await Promise.all([
        // The navigation says how many wait.
        playbooks.alerts.value.peek() === undefined && playbooks.alerts.load(),
        show[address.section](address, arrived),
      ]);
    },
  };
}
