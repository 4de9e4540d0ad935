import { MESSAGES, type MessageKey } from "../../lib/i18n/messages.ts";
import { type AuditEntry, partsOf } from "../../lib/model/audit.ts";
import { useI18n } from "../ui/i18n.tsx";

type Part<Prefix extends string> = Extract<MessageKey, `${Prefix}${string}`>;

/** What was done, in words, such as "Guide: published". What has none, as of a newer server, is told as it was asked for. */
export function useDeedWords(): (entry: Pick<AuditEntry, "method" | "route">) => string {
  const { t } = useI18n();
  return (entry) => {
    const { thing, act } = partsOf(entry);
    const [thingKey, actKey] = [`audit.thing.${thing}`, `audit.act.${act}`];
    return has(thingKey, "audit.thing.") && has(actKey, "audit.act.")
      ? `${t(thingKey)}: ${t(actKey)}`
      : `${entry.method} ${entry.route}`;
  };
}

function has<Prefix extends string>(key: string, _: Prefix): key is Part<Prefix> {
  return key in MESSAGES.en;
}
