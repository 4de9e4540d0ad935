import type { Playbook } from "../../lib/model/playbook.ts";
import type { PlaybookRun, StoredPlaybook } from "../../lib/model/playbook-report.ts";
import { createPlaybooksClient } from "./client.ts";

/** For tests. */
export const BODY: Playbook = {
  name: "Usage drops",
  when: { type: "attribute", of: "account", name: "usageTrend", op: "lt", value: 0.5 },
  coolDown: "30d",
  actions: [{ type: "alert", title: "Look", level: "warning" }],
};

export const playbook = (id: string, more: Partial<StoredPlaybook> = {}): StoredPlaybook => ({
  ...{ id, body: BODY, paused: true, updatedAt: 1, holds: 0, runs: 0, lastRun: null },
  ...more,
});

export const runOf = (id: string): PlaybookRun => ({
  ...{ id, playbook: "drops", account: "acme", name: "Acme", since: 1, at: 2 },
  ...{ body: BODY, why: [], heldOut: false, results: [] },
});

/**
 * A server that answers by method and path; what it does not know is refused with 500. `answers` may be changed while
 * it runs; a function answers by the address.
 */
export function playbooksServer(answers: Record<string, unknown>) {
  const asked: string[] = [];
  const client = createPlaybooksClient({ server: "https://x", token: "t" }, async (input, init) => {
    const { pathname, search } = new URL(String(input));
    const call = `${init?.method ?? "GET"} ${pathname}`;
    asked.push(`${call}${search}`);
    const answer = answers[call];
    if (answer === undefined) return Response.json({ error: { message: "no" } }, { status: 500 });
    return Response.json(typeof answer === "function" ? answer(search) : answer);
  });
  return { client, asked };
}
