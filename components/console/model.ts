import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type { MessageError } from "../../lib/message/protocol.ts";
import type { Ask } from "../ports.ts";
import { createRevenueClient } from "../revenue/client.ts";
import { createRevenueModel, type RevenueModel } from "../revenue/model.ts";
import { createSurveysClient } from "../surveys/client.ts";
import { createSurveysModel, type SurveysModel } from "../surveys/model.ts";
import { createResource, type Outcome, type Resource } from "../ui/resource.ts";
import { createAhaClient } from "./aha-client.ts";
import { createConsoleClient } from "./client.ts";
import { createHealthClient } from "./health/health-client.ts";
import { createHealthModel, type HealthModel } from "./health/health-model.ts";
import { createReports, type Reports } from "./reports.ts";
import { createSettingsClient } from "./settings-client.ts";
import { createSettingsModel, type SettingsModel } from "./settings-model.ts";
import { type SignInProblem, trySignIn } from "./try-sign-in.ts";

export const TABS = [
  "features",
  "people",
  "signals",
  "aha",
  "guides",
  "health",
  "revenue",
  "surveys",
  "settings",
] as const;
export type TabName = (typeof TABS)[number];

/** Where the console stands before it can show a report. */
export type Stage =
  | { stage: "not-connected" }
  | { stage: "sign-in"; server: string }
  | {
      stage: "open";
      server: string;
      workspace: string;
      reports: Reports;
      health: HealthModel;
      revenue: RevenueModel;
      surveys: SurveysModel;
      settings: SettingsModel;
    };

export interface ConsolePorts {
  ask: Ask;
  fetch: typeof fetch;
  /** The fragment of the page's address, so that a report can be bookmarked. */
  place: { read(): string; write(tab: TabName): void };
}

export interface ConsoleModel {
  stage: Resource<Stage, MessageError>;
  tab: ReadonlySignal<TabName>;
  signingIn: ReadonlySignal<boolean>;
  problem: ReadonlySignal<SignInProblem | null>;
  open(tab: TabName): void;
  /** The address was changed by the person. */
  follow(): void;
  signIn(token: string): Promise<void>;
  signOut(): Promise<void>;
  /** Something changed in the extension: looks whether the console can open now. Open reports stay as they are. */
  recheck(): Promise<void>;
  /** Asks again for the report in sight. */
  refresh(): Promise<void>;
}

export function createConsoleModel(ports: ConsolePorts): ConsoleModel {
  const { ask, place } = ports;
  const tab = signal<TabName>(readTab(place.read()));
  const signingIn = signal(false);
  const problem = signal<SignInProblem | null>(null);
  const stage = createResource<Stage, MessageError>(() => readStage(ports));

  async function refresh() {
    const now = stage.value.peek();
    if (now?.stage !== "open") return stage.load();
    const { featureViews, peopleViews, signals, aha, guides } = now.reports;
    const { health, revenue, surveys } = now;
    const load = {
      features: featureViews.load,
      people: peopleViews.load,
      signals: signals.open,
      aha: aha.answer.load,
      guides: guides.open,
      health: health.load,
      revenue: revenue.open,
      surveys: surveys.open,
      settings: now.settings.settings.load,
    }[tab.peek()];
    await load();
  }

  return {
    stage,
    tab: computed(() => tab.value),
    signingIn: computed(() => signingIn.value),
    problem: computed(() => problem.value),
    refresh,
    async recheck() {
      if (signingIn.peek() || stage.value.peek()?.stage === "open") return;
      await stage.load();
      if (stage.value.peek()?.stage === "open") await refresh();
    },
    open(chosen) {
      tab.value = chosen;
      place.write(chosen);
      void refresh();
    },
    follow() {
      const named = readTab(place.read());
      if (named === tab.peek()) return;
      tab.value = named;
      void refresh();
    },
    async signIn(token) {
      signingIn.value = true;
      problem.value = null;
      problem.value = await trySignIn(ports, token);
      signingIn.value = false;
      if (problem.value !== null) return;
      await stage.load();
      await refresh();
    },
    async signOut() {
      await ask("console.token", { token: null });
      await stage.load();
    },
  };
}

async function readStage(ports: ConsolePorts): Promise<Outcome<Stage, MessageError>> {
  const status = await ports.ask("status.get", {});
  if (!status.ok) return status;
  const { connection } = status.value;
  if (!connection) return { ok: true, value: { stage: "not-connected" } };
  const session = await ports.ask("console.session", {});
  if (!session.ok) return session;
  if (!session.value) {
    return { ok: true, value: { stage: "sign-in", server: connection.server } };
  }
  const client = createConsoleClient(session.value, ports.fetch);
  const { server } = client;
  return {
    ok: true,
    value: {
      stage: "open",
      server,
      workspace: connection.workspace,
      reports: createReports(client, createAhaClient(session.value, ports.fetch)),
      health: createHealthModel(createHealthClient(session.value, ports.fetch)),
      revenue: createRevenueModel(createRevenueClient(session.value, ports.fetch)),
      surveys: createSurveysModel(createSurveysClient(session.value, ports.fetch)),
      settings: createSettingsModel(createSettingsClient(session.value, ports.fetch)),
    },
  };
}

function readTab(text: string): TabName {
  return TABS.find((one) => text === `#${one}`) ?? "features";
}
