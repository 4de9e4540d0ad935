import { useState } from "preact/hooks";
import {
  type Finding,
  type FindingCode,
  type FindingGroup,
  groupOf,
  needsMending,
} from "../../lib/exchange/finding.ts";
import type { MessageKey } from "../../lib/i18n/messages.ts";
import { Badge } from "../ui/badge.tsx";
import { Disclosure } from "../ui/disclosure.tsx";
import { useI18n } from "../ui/i18n.tsx";

type MendKey = Extract<MessageKey, `finding.${string}.mend`>;

const GROUPS: readonly FindingGroup[] = ["confirm", "changed", "lost"];
const TONES = { confirm: "accent", changed: "warning", lost: "neutral" } as const;
/** The rest is like these. */
const MOST = 6;

/** What of a file did not come along as it was: to be looked at, changed, left out; alike ones together. */
export function ImportFindings({ findings }: { findings: readonly Finding[] }) {
  const { t } = useI18n();
  if (findings.length === 0) return <p class="muted">{t("import.noFindings")}</p>;
  return (
    <div class="stack">
      {GROUPS.map((group) => {
        const all = findings.filter((one) => groupOf(one) === group);
        return all.length > 0 && <Group key={group} group={group} findings={all} />;
      })}
    </div>
  );
}

function Group({ group, findings }: { group: FindingGroup; findings: readonly Finding[] }) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const byCode = Map.groupBy(findings, ({ code }) => code);
  return (
    <div>
      <Disclosure
        title={
          <Badge tone={TONES[group]}>
            {t(`import.group.${group}`, { count: findings.length })}
          </Badge>
        }
        open={open}
        onToggle={() => setOpen(!open)}
      >
        <ul class="rows">
          {[...byCode].map(([code, all]) => (
            <Alike key={code} code={code} findings={all} />
          ))}
        </ul>
      </Disclosure>
    </div>
  );
}

function Alike({ code, findings }: { code: FindingCode; findings: readonly Finding[] }) {
  const { t } = useI18n();
  const [first] = findings;
  const mend = first && needsMending(first) && (`finding.${code}.mend` as MendKey);
  return (
    <li class="import-finding">
      <p>{t(`finding.${code}`)}</p>
      {mend && <p class="muted">{t(mend)}</p>}
      <ul class="import-places">
        {findings.slice(0, MOST).map(({ path, what, line }) => (
          <li key={`${line} ${path} ${what}`}>
            <code>{path}</code>
            {line !== undefined && (
              <span class="muted"> {t("import.line", { line: String(line) })}</span>
            )}
            {what && <span class="import-what"> {what}</span>}
          </li>
        ))}
        {findings.length > MOST && <li>+{findings.length - MOST}</li>}
      </ul>
    </li>
  );
}
