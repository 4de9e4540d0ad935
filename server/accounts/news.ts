import type { AccountNews } from "../../lib/model/account-news.ts";
import type { Task } from "../../lib/model/task.ts";
import type { AccountAct } from "./write-changes.ts";

/** Who somebody is, or what people wrote in their own words, does not leave the house: the field alone is told. */
const WORDS = new Set(["champions", "goals", "expectations"]);

/** What other systems are told of these changes, in their order: R69 of docs/spec/delivery.md. */
export function newsOf(acts: readonly AccountAct[]): AccountNews[] {
  const fields = acts.filter(({ what, subject }) => what === "field" && subject !== "stage");
  const byAccount = Map.groupBy(fields, ({ id }) => id);
  const told = new Set<string>();
  return acts.flatMap((act): AccountNews[] => {
    const { id: account, what, subject, before, after } = act;
    if (what === "task") return [taskNews(act)];
    if (what !== "field") return [];
    if (subject === "stage") {
      const properties = {
        account,
        before: before as string | null,
        after: after as string | null,
      };
      return [{ event: "account.stage_changed", properties }];
    }
    if (told.has(account)) return [];
    told.add(account);
    const changed = (byAccount.get(account) ?? []).map((one) =>
      WORDS.has(one.subject)
        ? { field: one.subject }
        : { field: one.subject, before: one.before, after: one.after },
    );
    const { source } = act.saying;
    return [{ event: "account.changed", properties: { account, source, changed } }];
  });
}

function taskNews({ before, after }: AccountAct): AccountNews {
  const { account, id: task, title, owner, due, state, source } = after as Task;
  const event = before === null ? "task.made" : "task.changed";
  return { event, properties: { account, task, title, owner, due, state, source } };
}
