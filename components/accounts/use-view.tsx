import { localize } from "../../lib/model/locale.ts";
import { ShareBar } from "../chart/share-bar.tsx";
import { Report, type ReportContext } from "../console/report-card.tsx";
import { PeoplePlot } from "../review/people-plot.tsx";
import { Badge } from "../ui/badge.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Table } from "../ui/table.tsx";
import { Time } from "../ui/time.tsx";
import type { AccountAtGlance, AccountPageModel } from "./account-page-model.ts";

type Feature = AccountAtGlance["use"]["features"][number];

/** How many use it, which features of those they pay for, and which guides they saw. */
export function UseView(props: {
  model: AccountPageModel;
  glance: AccountAtGlance;
  context: ReportContext;
}) {
  const { model, glance, context } = props;
  return (
    <>
      <Report resource={model.review} context={context}>
        {(review) => <PeoplePlot review={review} />}
      </Report>
      <Features features={glance.use.features} />
      <Guides guides={glance.use.guides} />
    </>
  );
}

/** What is paid for and not used comes first. */
function rank({ included, weeks }: Feature): number {
  return included === false ? 100 : weeks;
}

function Features({ features }: { features: readonly Feature[] }) {
  const { t, number, dayOfYear } = useI18n();
  const included = features.filter((one) => one.included === true);
  const used = included.filter(({ uses }) => uses > 0).length;
  return (
    <Card title={t("account.features")} lead={t("account.featuresLead")}>
      {features.length === 0 ? (
        <EmptyState title={t("features.empty")} hint={t("features.emptyHint")} />
      ) : (
        <>
          {included.length > 0 && (
            <div class="share">
              <span class="numeric">
                {number(used)} / {number(included.length)}
              </span>
              <ShareBar share={used / included.length} />
            </div>
          )}
          <Table
            caption={t("account.features")}
            columns={[
              { label: t("features.feature") },
              { label: t("account.inPlan") },
              { label: t("account.weeks"), align: "end" },
              { label: t("account.uses"), align: "end" },
              { label: t("features.lastSeen"), align: "end" },
            ]}
            rows={features
              .toSorted((a, b) => rank(a) - rank(b) || (a.name < b.name ? -1 : 1))
              .map((one) => ({
                key: one.feature,
                cells: [
                  <span key="name" class="named">
                    {one.name}
                    {one.group && <span class="muted small">{one.group}</span>}
                  </span>,
                  <Entitled key="plan" one={one} />,
                  t("account.weeksOf", { weeks: number(one.weeks) }),
                  number(one.uses),
                  one.lastDay ? dayOfYear(one.lastDay) : "—",
                ],
              }))}
          />
        </>
      )}
    </Card>
  );
}

function Entitled({ one: { included, uses } }: { one: Feature }) {
  const { t } = useI18n();
  if (included === null) return <Badge>{t("account.planUnknown")}</Badge>;
  if (!included) return <Badge>{t("account.notIncluded")}</Badge>;
  return uses > 0 ? (
    <Badge tone="success">{t("account.included")}</Badge>
  ) : (
    <Badge tone="warning">{t("account.unused")}</Badge>
  );
}

function Guides({ guides }: { guides: AccountAtGlance["use"]["guides"] }) {
  const { t, number, wanted } = useI18n();
  return (
    <Card title={t("account.guides")}>
      {guides.length === 0 ? (
        <EmptyState title={t("account.guidesNone")} />
      ) : (
        <Table
          caption={t("account.guides")}
          columns={[
            { label: t("account.guide") },
            { label: t("account.saw"), align: "end" },
            { label: t("account.finished"), align: "end" },
            { label: t("account.lastShown"), align: "end" },
          ]}
          rows={guides.map(({ guide, name, people, finished, lastAt }) => ({
            key: guide,
            cells: [
              name ? localize(name, wanted) : guide,
              number(people),
              number(finished),
              <Time key="at" at={lastAt} withTime={false} />,
            ],
          }))}
        />
      )}
    </Card>
  );
}
