import { computed, type ReadonlySignal, signal } from "@preact/signals";
import { freeId } from "../../lib/draft/free-id.ts";
import type { ForwardName } from "../../lib/model/forward.ts";
import type { Playbook } from "../../lib/model/playbook.ts";
import type { Alert, StoredPlaybook } from "../../lib/model/playbook-report.ts";
import { type Choices, NO_CHOICES } from "../author/condition-names.ts";
import type { QueryError } from "../console/request.ts";
import { createResource, type Outcome, type Resource } from "../ui/resource.ts";
import type { AlertsShown, PlaybooksClient } from "./client.ts";
import { createPlaybookPage, type PlaybookPage } from "./page-model.ts";

/** All playbooks and their alerts, and the one that is looked at. */
export interface PlaybooksModel {
  client: PlaybooksClient;
  playbooks: Resource<StoredPlaybook[], QueryError>;
  alerts: Resource<Alert[], QueryError>;
  alertsShown: ReadonlySignal<AlertsShown>;
  showAlerts(shown: AlertsShown): void;
  /** Says that it was seen to, or takes that back. */
  seeAlert(alert: Alert, closed: boolean): Promise<void>;
  choices: ReadonlySignal<Choices>;
  /** What messages can be sent to; null: not known. */
  targets: ReadonlySignal<readonly ForwardName[] | null>;
  page: ReadonlySignal<PlaybookPage | null>;
  /** How often playbooks fired at the last look; null: nobody asked for one. */
  checked: ReadonlySignal<number | null>;
  busy: ReadonlySignal<boolean>;
  /** Of the last thing that was done here. */
  problem: ReadonlySignal<QueryError | null>;
  check(): Promise<void>;
  /** Puts a new one, paused; its id, made of `wantedId` or its name, or null where that was refused. */
  add(body: Playbook, wantedId?: string): Promise<string | null>;
  /** Asks for what is in sight; `id` null: the lists. */
  open(id: string | null): Promise<void>;
}

export function createPlaybooksModel(
  client: PlaybooksClient,
  wanted: readonly string[],
): PlaybooksModel {
  const alertsShown = signal<AlertsShown>("open");
  const choices = signal<Choices>(NO_CHOICES);
  const targets = signal<readonly ForwardName[] | null>(null);
  const page = signal<PlaybookPage | null>(null);
  const checked = signal<number | null>(null);
  const busy = signal(false);
  const problem = signal<QueryError | null>(null);
  const playbooks = createResource<StoredPlaybook[], QueryError>((abort) => client.list(abort));
  const alerts = createResource<Alert[], QueryError>((abort) =>
    client.alerts(alertsShown.peek(), abort),
  );
  const loadChoices = async () => {
    const [published, named] = await Promise.all([client.choices(wanted), client.targets()]);
    choices.value = published;
    targets.value = named.ok ? named.value : null;
  };

  /** One thing at a time. */
  async function act<T>(work: () => Promise<Outcome<T, QueryError>>): Promise<T | null> {
    if (busy.peek()) return null;
    busy.value = true;
    problem.value = null;
    const done = await work();
    busy.value = false;
    if (done.ok) return done.value;
    problem.value = done.error;
    return null;
  }

  return {
    client,
    playbooks,
    alerts,
    alertsShown: computed(() => alertsShown.value),
    choices: computed(() => choices.value),
    targets: computed(() => targets.value),
    page: computed(() => page.value),
    checked: computed(() => checked.value),
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    showAlerts(shown) {
      alertsShown.value = shown;
      void alerts.load();
    },
    async seeAlert({ id }, closed) {
      if (await act(() => client.seeAlert(id, closed))) await alerts.load();
    },
    async check() {
      const pass = await act(client.check);
      if (!pass) return;
      checked.value = pass.fired;
      await Promise.all([playbooks.load(), alerts.load()]);
    },
    async add(body, wantedId = body.name) {
      const put = await act(async () => {
        // As they are now: one under the same id would be replaced.
        const there = await client.list(new AbortController().signal);
        if (!there.ok) return there;
        const taken = new Set(there.value.map(({ id }) => id));
        return client.put(freeId(wantedId, taken, "playbook"), body);
      });
      return put?.id ?? null;
    },
    async open(id) {
      const before = page.peek();
      if (before?.id !== id) {
        problem.value = null;
        checked.value = null;
        page.value = id === null ? null : createPlaybookPage(client, id);
      }
      const shown = page.peek();
      await Promise.all([
        loadChoices(),
        ...(shown ? [shown.load()] : [playbooks.load(), alerts.load()]),
      ]);
    },
  };
}
