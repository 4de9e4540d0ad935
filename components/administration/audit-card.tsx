import { useId } from "preact/hooks";
import { AUDIT_KINDS, type AuditKind, type AuditLog } from "../../lib/model/audit.ts";
import { QueryProblem, Report, type ReportContext } from "../console/report-card.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import { Time } from "../ui/time.tsx";
import { ALL, type AuditModel } from "./audit-model.ts";
import { useDeedWords } from "./deed-words.ts";

const EVERY = "";

/** What was done with personal tokens, by whom and when. */
export function AuditCard({ model, context }: { model: AuditModel; context: ReportContext }) {
  const { t } = useI18n();
  return (
    <Card title={t("audit.title")} lead={t("audit.lead")}>
      <div class="stack">
        {model.log.value.value !== null && <Filters model={model} />}
        <Report resource={model.log} context={context} onRetry={() => void model.load()}>
          {(log) =>
            log === null ? (
              <p>{t("settings.admins")}</p>
            ) : (
              <Entries model={model} context={context} log={log} />
            )
          }
        </Report>
      </div>
    </Card>
  );
}

function Filters({ model }: { model: AuditModel }) {
  const { t } = useI18n();
  const day = useId();
  const { by, kind, day: chosen } = model.filter.value;
  return (
    <div class="audit-filters">
      <Select
        label={t("audit.who")}
        value={by ?? EVERY}
        options={[
          { value: EVERY, label: t("audit.everybody") },
          ...model.tokens.value.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(value) => void model.narrow({ by: value === EVERY ? null : value })}
      />
      <Select<AuditKind | typeof EVERY>
        label={t("audit.what")}
        value={kind ?? EVERY}
        options={[
          { value: EVERY, label: t("audit.everything") },
          ...AUDIT_KINDS.map((value) => ({ value, label: t(`audit.kind.${value}`) })),
        ]}
        onChange={(value) => void model.narrow({ kind: value === EVERY ? null : value })}
      />
      <div class="field">
        <label class="field-label" for={day}>
          {t("audit.day")}
        </label>
        <input
          id={day}
          type="date"
          class="input"
          value={chosen ?? ""}
          onChange={(event) => void model.narrow({ day: event.currentTarget.value || null })}
        />
      </div>
    </div>
  );
}

function Entries(props: { model: AuditModel; context: ReportContext; log: AuditLog }) {
  const { t } = useI18n();
  const words = useDeedWords();
  const { model, log } = props;
  const problem = model.problem.value;
  const isNarrow = Object.values(model.filter.value).some((value) => value !== null);
  if (log.items.length === 0) {
    return isNarrow ? (
      <EmptyState title={t("audit.noMatch")}>
        <Button onClick={() => void model.narrow(ALL)}>{t("audit.showAll")}</Button>
      </EmptyState>
    ) : (
      <EmptyState title={t("audit.none")} hint={t("audit.noneHint")} />
    );
  }
  return (
    <div class="stack">
      <ul class="rows">
        {log.items.map((entry) => (
          <li key={entry.id} class="row">
            <div class="row-text">
              <span class="row-title">
                {words(entry)}
                {entry.subject !== null && (
                  <>
                    {" "}
                    <code>{entry.subject}</code>
                  </>
                )}
              </span>
              <span class="row-note">
                <span>{entry.name ?? t("audit.nobody")}</span>
                <Time at={entry.at} />
              </span>
            </div>
          </li>
        ))}
      </ul>
      {problem && (
        <QueryProblem error={problem} context={props.context} onRetry={() => void model.more()} />
      )}
      {log.next !== null && (
        <div class="actions">
          <Button busy={model.busy.value} onClick={() => void model.more()}>
            {t("audit.more")}
          </Button>
        </div>
      )}
    </div>
  );
}
