import * as z from "zod/mini";
import { PlaybookEffect } from "../../lib/model/effect.ts";
import { type ForwardName, ForwardNames } from "../../lib/model/forward.ts";
import { localize } from "../../lib/model/locale.ts";
import type { Playbook } from "../../lib/model/playbook.ts";
import {
  Alert,
  AlertList,
  PlaybookActs,
  PlaybookList,
  PlaybookPass,
  PlaybookRuns,
  PlaybookTried,
  PlaybookWaiting,
  StoredPlaybook,
} from "../../lib/model/playbook-report.ts";
import { type Choice, type Choices, NO_CHOICES } from "../author/condition-names.ts";
import { createGuideClient, type ServerDraft } from "../author/guide-client.ts";
import { createAskServer, type QueryError } from "../console/request.ts";
import type { Outcome } from "../ui/resource.ts";

type Answer<T> = Promise<Outcome<T, QueryError>>;
export type AlertsShown = "open" | "any";

/** What is asked and told about playbooks; none of it throws. */
export interface PlaybooksClient {
  list(signal: AbortSignal): Answer<StoredPlaybook[]>;
  alerts(shown: AlertsShown, signal: AbortSignal): Answer<Alert[]>;
  seeAlert(id: string, closed: boolean): Answer<Alert>;
  read(id: string, signal: AbortSignal): Answer<StoredPlaybook>;
  put(id: string, body: Playbook): Answer<StoredPlaybook>;
  /** For one account, or for all. */
  pause(id: string, paused: boolean, account?: string): Answer<StoredPlaybook>;
  remove(id: string): Answer<unknown>;
  /** Looks at all accounts now. */
  check(): Answer<{ fired: number }>;
  attempt(playbook: Playbook, days: number): Answer<PlaybookTried>;
  waiting(id: string, signal: AbortSignal): Answer<PlaybookWaiting>;
  runs(id: string, after: string | null, signal: AbortSignal): Answer<PlaybookRuns>;
  acts(id: string, signal: AbortSignal): Answer<PlaybookActs>;
  effect(id: string, lag: string, signal: AbortSignal): Answer<PlaybookEffect>;
  /**
   * Published features and signals by their names, and all guides: one that is to be shown to some only is best chosen
   * before it is published. What cannot be asked for now is missing.
   */
  choices(wanted: readonly string[]): Promise<Choices>;
  /** What messages can be sent to. */
  targets(): Answer<ForwardName[]>;
  guide(id: string): Answer<ServerDraft>;
  saveGuide(body: ServerDraft["body"], revision: number): Answer<ServerDraft>;
}

const Published = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      name: z.union([z.string(), z.record(z.string(), z.string())]),
      published: z.nullable(z.int()),
      archived: z._default(z.boolean(), false),
    }),
  ),
});

const RUNS_PER_PAGE = 50;

export function createPlaybooksClient(
  session: { server: string; token: string },
  request: typeof fetch,
): PlaybooksClient {
  const ask = createAskServer(session, request);
  const guides = createGuideClient(session, request);
  const path = (id: string, rest = "") => `/v1/playbooks/${encodeURIComponent(id)}${rest}`;
  const items = <T>(answer: Outcome<{ items: T[] }, QueryError>): Outcome<T[], QueryError> =>
    answer.ok ? { ok: true, value: answer.value.items } : answer;
  return {
    list: async (signal) => items(await ask("/v1/playbooks", PlaybookList, { signal })),
    alerts: async (shown, signal) =>
      items(await ask(`/v1/alerts?state=${shown}`, AlertList, { signal })),
    seeAlert: (id, closed) =>
      ask(`/v1/alerts/${encodeURIComponent(id)}/${closed ? "close" : "reopen"}`, Alert, {
        method: "POST",
      }),
    read: (id, signal) => ask(path(id), StoredPlaybook, { signal }),
    put: (id, body) => ask(path(id), StoredPlaybook, { method: "PUT", body }),
    pause: (id, paused, account) =>
      ask(path(id, paused ? "/pause" : "/resume"), StoredPlaybook, {
        method: "POST",
        ...(account !== undefined && { body: { account } }),
      }),
    remove: (id) => ask(path(id), z.unknown(), { method: "DELETE" }),
    check: () => ask(path("check"), PlaybookPass, { method: "POST" }),
    attempt: (playbook, days) =>
      ask(path("try"), PlaybookTried, { method: "POST", body: { playbook, days } }),
    waiting: (id, signal) => ask(path(id, "/waiting"), PlaybookWaiting, { signal }),
    runs(id, after, signal) {
      const query = new URLSearchParams({ playbook: id, limit: String(RUNS_PER_PAGE) });
      if (after !== null) query.set("after", after);
      return ask(`/v1/playbook-runs?${query}`, PlaybookRuns, { signal });
    },
    acts: (id, signal) => ask(path(id, "/acts"), PlaybookActs, { signal }),
    effect: (id, lag, signal) =>
      ask(`/v1/query/playbooks/${encodeURIComponent(id)}/effect?lag=${lag}`, PlaybookEffect, {
        signal,
      }),
    async choices(wanted) {
      const read = async (kind: "features" | "signals" | "guides"): Promise<Choice[]> => {
        const answer = await ask(`/v1/${kind}`, Published);
        const all = answer.ok ? answer.value.items : [];
        return all
          .filter(
            ({ published, archived }) => !archived && (published !== null || kind === "guides"),
          )
          .map(({ id, name }) => ({
            id,
            name: typeof name === "string" ? name : localize(name, wanted),
          }));
      };
      const [features, signals, all] = await Promise.all([
        read("features"),
        read("signals"),
        read("guides"),
      ]);
      return { ...NO_CHOICES, features, signals, guides: all };
    },
    targets: async () => items(await ask("/v1/forwards/names", ForwardNames)),
    guide: guides.read,
    saveGuide: guides.save,
  };
}
