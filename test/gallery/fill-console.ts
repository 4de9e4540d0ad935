import type { AccountList } from "../../lib/model/account.ts";
import type { PlaybookEffect } from "../../lib/model/effect.ts";
import type { Playbook } from "../../lib/model/playbook.ts";
import { at, used } from "../support/messages.ts";
import type { ServerOptions, WaymarkServer } from "../support/server-process.ts";

const DAY = 86_400_000;

/** A server that may send to this machine, where nobody answers. */
export const FULL: ServerOptions = {
  env: {
    WAYMARK_FORWARD_NETWORKS: "127.0.0.0/8",
    SMTP_URL: "smtp://127.0.0.1:9",
    SMTP_FROM: "waymark@example.com",
  },
};

/** Playbooks that ran, one with what could not be done, and targets that do not answer; the account that pays most. */
export async function fillConsole(server: WaymarkServer): Promise<string | undefined> {
  const put = (path: string, body: object) => server.api("PUT", path, body);
  // What a shorter term of keeping would let go.
  await server.ingest("/v1/batch", {
    batch: Array.from({ length: 12 }, (_, n) => used("deploy", at(Date.now() - (100 + n) * DAY))),
  });
  const hook = { kind: "cloudevents", url: "http://127.0.0.1:9/in", sign: true };
  await put("/v1/forwards/crm", { ...hook, takes: "playbooks", changes: ["task.made"] });
  await put("/v1/forwards/cs-team", { kind: "email", url: "mailto:cs@example.com", toOwner: true });
  const { items } = await server.api<{ items: { id: string; body: Playbook }[] }>(
    "GET",
    "/v1/playbooks/ready",
  );
  for (const { id, body } of items.slice(0, 3)) await put(`/v1/playbooks/${id}`, body);
  await put("/v1/playbooks/offer", {
    name: "Offer a review to everybody who pays",
    description: "What is shown in pictures of this page.",
    when: { type: "attribute", of: "account", name: "mrr", op: "gt", value: 0 },
    actions: [
      { type: "task", title: "Invite {{account.name|them}} to a review", dueDays: 7 },
      { type: "alert", title: "{{account.name|An account}} may like a review", level: "warning" },
      { type: "attribute", name: "review", value: true },
      { type: "webhook", forward: "crm", title: "{{account.name|An account}} is due" },
      { type: "webhook", forward: "was-removed" },
    ],
  });
  await server.api("POST", "/v1/playbooks/offer/resume");
  await server.api("POST", "/v1/playbooks/check");
  const found = await server.api<AccountList>("GET", "/v1/accounts?sort=mrr&order=desc&limit=1");
  return found.items[0]?.id;
}

/** What an effect looks like after a year, for pictures: here no playbook has run for so long. */
export const EFFECT: PlaybookEffect = {
  playbook: "offer",
  against: "matched",
  lag: 60,
  window: { from: "2026-06-01", to: "2026-08-30" },
  treated: 84,
  open: 7,
  mismatch: false,
  outcomes: [
    {
      what: "kept",
      currency: null,
      ...{ treated: 84, controls: 79, unmatched: 5 },
      means: { treated: 0.94, controls: 0.87 },
      difference: { value: 0.07, low: -0.02, high: 0.16 },
      verdict: "open",
    },
    {
      what: "mrr",
      currency: "EUR",
      ...{ treated: 84, controls: 79, unmatched: 5 },
      means: { treated: 4_200, controls: -8_100 },
      difference: { value: 12_300, low: 3_100, high: 21_500 },
      verdict: "more",
    },
    {
      what: "usage",
      currency: null,
      ...{ treated: 84, controls: 79, unmatched: 5 },
      means: { treated: 31, controls: 12 },
      difference: { value: 19, low: 6, high: 32 },
      verdict: "more",
    },
  ],
  incremental: { currency: "EUR", value: 1_033_200, low: 260_400, high: 1_806_000 },
};
