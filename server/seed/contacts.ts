import type { NewTask } from "../../lib/model/task.ts";
import type { NewTouch, TouchKind, TouchState } from "../../lib/model/touch.ts";
import type { InventedAccount } from "./company.ts";
import { dayBefore } from "./days.ts";
import type { Chance } from "./random.ts";

/** Contacts a month, by plan. */
const MONTHLY = { starter: 0.3, team: 1.5, enterprise: 4 } as const;

/** So many days are told. */
const DAYS = 180;

/** What the CSM wrote down about an account, oldest first. */
export function inventTouches(
  account: InventedAccount,
  today: string,
  chance: Chance,
): Required<NewTouch>[] {
  const { age, gone, fate, owner, plan } = account;
  const oldest = Math.min(age, DAYS);
  const newest = Math.max(gone ?? 0, fate === "stalled" ? 20 : 1);
  const span = oldest - newest;
  if (span <= 0) return [];
  const count = chance.times((MONTHLY[plan] * span) / 30);
  const missed = fate === "declining" || fate === "churned" ? 0.3 : 0.06;
  const days = Array.from({ length: count }, () => newest + chance.whole(0, span));
  return days
    .sort((a, b) => b - a)
    .map((ago) => {
      const kind = chance.pick<TouchKind>([
        ["call", 30],
        ["meeting", 25],
        ["email", 30],
        ["qbr", 5],
        ["ticket", 10],
      ]);
      const state: TouchState =
        /call|meeting|qbr/.test(kind) && chance.hit(missed) ? "missed" : "done";
      const at = Date.parse(dayBefore(today, ago)) + chance.whole(9 * 60, 17 * 60) * 60_000;
      return { kind, state, at, owner, people: [], text: TEXTS[kind] };
    });
}

const TEXTS: Readonly<Record<TouchKind, string>> = {
  call: "Talked about how the roll-out goes.",
  meeting: "Went through open points.",
  qbr: "Quarterly review.",
  email: "Sent what is new this month.",
  chat: "Answered a question.",
  ticket: "Followed up on a bug they had reported.",
  note: "",
};

/** What is, or was, to be done for an account. */
export function inventTasks(
  account: InventedAccount,
  today: string,
  chance: Chance,
): Required<NewTask>[] {
  const count = account.gone === null ? chance.times(1.5) : 0;
  return Array.from({ length: count }, () => {
    const isOpen = chance.hit(0.4);
    const due = isOpen ? chance.whole(-30, 8) : chance.whole(5, 90);
    return {
      account: account.id,
      title: chance.one([
        "Prepare the quarterly review",
        "Train the new team",
        "Ask about the renewal",
        "Follow up on the integration",
      ]),
      note: "",
      owner: account.owner,
      due: dayBefore(today, due),
      state: isOpen ? chance.one(["open", "doing"] as const) : "done",
      source: "hand",
      cause: null,
    };
  });
}
