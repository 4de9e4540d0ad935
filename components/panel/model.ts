import { computed, type ReadonlySignal, signal } from "@preact/signals";
import type {
  GuideExplanation,
  Insights,
  LibraryEntry,
  MessageError,
  Status,
} from "../../lib/message/protocol.ts";
import type { ConsentAnswer, ConsentState } from "../../lib/model/consent.ts";
import { consentHere } from "../consent/state.ts";
import type { Ask } from "../ports.ts";
import { createResource, type Outcome, type Resource } from "../ui/resource.ts";

/** The tab beside the panel. The browser gives no address where the extension has no permission: no connected site. */
export interface ActiveTab {
  id: number;
  url: string | undefined;
}

export interface PanelData {
  status: Status;
  library: LibraryEntry[];
  insights: Insights;
  why: GuideExplanation[];
}

export type PanelDone = "sent" | "deleted" | ConsentAnswer;

export interface PanelModel {
  data: Resource<PanelData, MessageError>;
  /** Guides made for the page first; each group in the workspace's order. */
  guides: ReadonlySignal<{ here: LibraryEntry[]; elsewhere: LibraryEntry[] }>;
  /** Guides can run in the tab beside the panel. */
  siteConnected: ReadonlySignal<boolean>;
  /** May something be kept of what is done in that tab? */
  consent: ReadonlySignal<ConsentState>;
  /** The guide, or "send", "delete" or "consent", that is being seen to. */
  busy: ReadonlySignal<string | null>;
  /** Why the last thing the person asked for did not work. */
  problem: ReadonlySignal<MessageError | null>;
  done: ReadonlySignal<PanelDone | null>;
  showTab(tab: ActiveTab | null): Promise<void>;
  start(guide: string): Promise<void>;
  stop(guide: string): Promise<void>;
  sendNow(): Promise<void>;
  deleteData(): Promise<void>;
  answer(answer: ConsentAnswer): Promise<void>;
  closeNotices(): void;
}

export function createPanelModel(ask: Ask): PanelModel {
  const tab = signal<ActiveTab | null>(null);
  const busy = signal<string | null>(null);
  const problem = signal<MessageError | null>(null);
  const done = signal<PanelDone | null>(null);

  const data = createResource<PanelData, MessageError>(() => askAll(ask, tab.peek()));

  /** One thing at a time; the panel asks again afterwards, because anything may have changed. */
  async function act(
    what: string,
    request: () => Promise<Outcome<unknown, MessageError>>,
    whenDone?: PanelDone,
  ): Promise<void> {
    if (busy.peek() !== null) return;
    busy.value = what;
    problem.value = null;
    done.value = null;
    const reply = await request();
    busy.value = null;
    if (reply.ok) done.value = whenDone ?? null;
    else problem.value = reply.error;
    await data.load();
  }

  return {
    data,
    guides: computed(() => {
      const library = data.value.value?.library ?? [];
      return {
        here: library.filter((entry) => entry.fitsPage || entry.state === "running"),
        elsewhere: library.filter((entry) => !entry.fitsPage && entry.state !== "running"),
      };
    }),
    siteConnected: computed(() => {
      const url = tab.value?.url;
      if (url === undefined || !URL.canParse(url)) return false;
      return data.value.value?.status.sites.includes(new URL(url).origin) ?? false;
    }),
    consent: computed(() => {
      const status = data.value.value?.status;
      return status ? consentHere(status.consent, tab.value?.url) : "granted";
    }),
    busy: computed(() => busy.value),
    problem: computed(() => problem.value),
    done: computed(() => done.value),

    showTab(shown) {
      tab.value = shown;
      return data.load();
    },
    async start(guide) {
      const shown = tab.peek();
      if (shown) await act(guide, () => ask("guide.start", { guide, tab: shown.id }));
    },
    stop: (guide) => act(guide, () => ask("guide.stop", { guide })),
    sendNow: () =>
      act(
        "send",
        async () => {
          const reply = await ask("sync.now", {});
          const why = reply.ok ? reply.value.outbox.error : null;
          // A failed try is told beside what waits; here it only must not count as sent.
          if (why !== null) return { ok: false, error: { code: "failed", message: why } };
          return reply;
        },
        "sent",
      ),
    deleteData: () => act("delete", () => ask("data.delete", {}), "deleted"),
    answer: (answer) => act("consent", () => ask("consent.set", { answer }), answer),
    closeNotices() {
      problem.value = null;
      done.value = null;
    },
  };
}

async function askAll(ask: Ask, tab: ActiveTab | null): Promise<Outcome<PanelData, MessageError>> {
  const [status, library, insights, why] = await Promise.all([
    ask("status.get", {}),
    tab ? ask("library.list", { tab: tab.id }) : ({ ok: true, value: [] } as const),
    ask("signals.list", {}),
    tab ? ask("guides.explain", { tab: tab.id }) : ({ ok: true, value: [] } as const),
  ]);
  if (!status.ok) return status;
  if (!library.ok) return library;
  if (!insights.ok) return insights;
  if (!why.ok) return why;
  return {
    ok: true,
    value: {
      status: status.value,
      library: [...library.value],
      insights: insights.value,
      why: [...why.value],
    },
  };
}
