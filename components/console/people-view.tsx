import type { UserSignals } from "../../lib/model/query.ts";
import { shortText } from "../insights/short-text.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Field } from "../ui/field.tsx";
import { Hint } from "../ui/hint.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Table } from "../ui/table.tsx";
import { Time } from "../ui/time.tsx";
import type { PeopleReport, Person } from "./people-report.ts";
import { QueryProblem, Report, type ReportContext } from "./report-card.tsx";

export function PeopleView(props: { model: PeopleReport; context: ReportContext }) {
  const { t } = useI18n();
  return (
    <Card title={t("people.title")} lead={t("people.lead")}>
      <Report resource={props.model.report} context={props.context}>
        {(report) =>
          report.users.length === 0 ? (
            <EmptyState title={t("people.empty")} hint={t("people.emptyHint")} />
          ) : (
            <People {...props} report={report} />
          )
        }
      </Report>
    </Card>
  );
}

function People(props: { model: PeopleReport; context: ReportContext; report: UserSignals }) {
  const { t } = useI18n();
  const { model, report } = props;
  const shown = model.shown.value;
  const moreError = model.moreError.value;
  return (
    <div class="stack">
      <div class="filter">
        <Field
          label={t("people.search")}
          labelHidden
          mode="search"
          placeholder={t("people.search")}
          value={model.search.value}
          onInput={model.find}
        />
        <p class="muted small numeric" role="status">
          {t("people.count", { count: shown.length, total: report.totalUsers })}
        </p>
      </div>
      {shown.length === 0 ? (
        <EmptyState title={t("people.noMatch")} hint={t("people.noMatchHint")} />
      ) : (
        <Matrix report={report} people={shown} />
      )}
      {moreError && (
        <QueryProblem error={moreError} context={props.context} onRetry={() => void model.more()} />
      )}
      {report.next !== null && (
        <div class="actions actions-center">
          <Button busy={model.loadingMore.value} onClick={() => void model.more()}>
            {t("people.more")}
          </Button>
        </div>
      )}
    </div>
  );
}

function Matrix({ report, people }: { report: UserSignals; people: readonly Person[] }) {
  const { t, number } = useI18n();
  return (
    <Table
      sticky
      caption={t("people.title")}
      columns={[
        { label: t("people.person") },
        ...report.signals.map(({ name, users }) => ({
          label: name,
          note: number(users),
          align: "center" as const,
          wrap: true,
        })),
        { label: t("people.lastSeen"), align: "end" },
      ]}
      rows={people.map((person) => ({
        key: person.user,
        cells: [
          <PersonName key="person" person={person} />,
          ...report.signals.map(({ signal, name }) => (
            <Mark key={signal} name={name} value={person.values[signal]} />
          )),
          <span key="seen" class="nowrap">
            <Time at={person.lastSeen} withTime={false} />
          </span>,
        ],
      }))}
    />
  );
}

function PersonName({ person }: { person: Person }) {
  const { t } = useI18n();
  return (
    <div class="named">
      {person.anonymous ? (
        <span>
          {t("people.anonymous")} <code>{person.user.slice(0, 8)}</code>
        </span>
      ) : (
        person.user
      )}
      <span class="named-notes">
        {person.account && <span class="muted small">{person.account}</span>}
        {!person.anonymous && !person.verified && <Badge>{t("people.unverified")}</Badge>}
      </span>
    </div>
  );
}

function Mark({ name, value }: { name: string; value: Person["values"][string] | undefined }) {
  const translator = useI18n();
  const { t, dateTime } = translator;
  const words = value && shortText(value.kind, value.value, translator);
  if (words) return <span class="nowrap">{words}</span>;
  if (!value?.value) {
    return (
      <span class="dot-place">
        <span class="dot" aria-hidden="true" />
        <span class="visually-hidden">{t("people.notReached")}</span>
      </span>
    );
  }
  const when =
    value.since === null
      ? t("people.reached")
      : t("people.reachedSince", { when: dateTime(value.since) });
  return (
    <Hint text={`${name}: ${when}`}>
      <span class="dot dot-on" />
    </Hint>
  );
}
