import { MOST_COUNTED, type Retention, type RetentionPreview } from "../../lib/model/retention.ts";
import { QueryProblem, Report, type ReportContext } from "../console/report-card.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ConfirmDialog } from "../ui/dialog.tsx";
import { Facts } from "../ui/facts.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import { Time } from "../ui/time.tsx";
import type { RetentionModel, Terms } from "./retention-model.ts";

/** In days: a quarter, half a year, 13 and 25 months, 3, 5 and 10 years. */
const TERMS = [90, 180, 400, 760, 1095, 1825, 3650] as const;
const FOREVER = "forever";
const KEPT = ["days", "imports", "audit"] as const satisfies readonly (keyof Terms)[];
/** The audit log is kept for a year at least. */
const LEAST: Readonly<Record<keyof Terms, number>> = { days: 30, imports: 30, audit: 365 };

interface Props {
  model: RetentionModel;
  context: ReportContext;
  /** Whether the person may change it. */
  mayChange: boolean;
}

/** For how long what happened is kept, and what goes for good when that is made shorter. */
export function RetentionCard(props: Props) {
  const { t } = useI18n();
  const { model, context } = props;
  const problem = model.problem.value;
  return (
    <Card title={t("keeping.title")} lead={t("keeping.lead")}>
      {problem && (
        <QueryProblem error={problem} context={context} onRetry={() => void model.ask()} />
      )}
      <Report resource={model.kept} context={context}>
        {(kept) => (
          <div class="stack">
            {props.mayChange ? <TermsForm model={model} kept={kept} /> : <TermsShown kept={kept} />}
            {kept.from !== null && (
              <p class="muted">
                {t("keeping.from")} <Time at={kept.from} withTime={false} />
              </p>
            )}
          </div>
        )}
      </Report>
      <Confirmation model={model} />
    </Card>
  );
}

function TermsShown({ kept }: { kept: Retention }) {
  const { t } = useI18n();
  const term = useTerm();
  return (
    <>
      <Facts of={KEPT.map((what) => [t(`keeping.of.${what}`), term(kept[what])])} />
      <p>{t("settings.admins")}</p>
    </>
  );
}

function TermsForm({ model, kept }: { model: RetentionModel; kept: Retention }) {
  const { t } = useI18n();
  const term = useTerm();
  const shown = model.chosen.value ?? kept;
  return (
    <Form label={t("keeping.title")} onSubmit={() => void model.ask()}>
      {KEPT.map((what) => (
        <Select
          key={what}
          label={t(`keeping.of.${what}`)}
          value={optionOf(shown[what])}
          options={termsOf(what, kept[what]).map((days) => ({
            value: optionOf(days),
            label: term(days),
          }))}
          onChange={(value) => model.choose({ [what]: value === FOREVER ? null : Number(value) })}
        />
      ))}
      <div class="actions">
        <Button
          kind="primary"
          submit
          busy={model.busy.value}
          disabled={model.chosen.value === null}
        >
          {t("keeping.ask")}
        </Button>
      </div>
    </Form>
  );
}

/** Those that can be chosen, with the one that holds. */
function termsOf(what: keyof Terms, now: number | null): (number | null)[] {
  const all = new Set<number>(TERMS.filter((days) => days >= LEAST[what]));
  if (now !== null) all.add(now);
  return [...[...all].sort((a, b) => a - b), null];
}

function optionOf(days: number | null): string {
  return days === null ? FOREVER : String(days);
}

/** A term in words. */
function useTerm(): (days: number | null) => string {
  const { t, number } = useI18n();
  return (days) => {
    if (days === null) return t("keeping.forever");
    const known = TERMS.find((one) => one === days);
    return known ? t(`keeping.term.${known}`) : t("keeping.days", { count: number(days) });
  };
}

function Confirmation({ model }: { model: RetentionModel }) {
  const { t, number, date } = useI18n();
  const asked = model.asked.value;
  const leaving = (what: keyof RetentionPreview): string[] => {
    const some = asked?.preview[what];
    if (!some || some.count === 0) return [];
    const counted = number(Math.min(some.count, MOST_COUNTED));
    const count = some.count > MOST_COUNTED ? t("keeping.moreThan", { count: counted }) : counted;
    return [t(`keeping.leaving.${what}`, { count, date: date(some.before) })];
  };
  const goes = [...leaving("events"), ...leaving("imports"), ...leaving("audit")];
  return (
    <ConfirmDialog
      open={asked !== null}
      title={t("keeping.confirmTitle")}
      harmless={goes.length === 0}
      confirm={t(goes.length > 0 ? "keeping.confirmDelete" : "keeping.confirm")}
      onClose={model.cancel}
      onConfirm={() => void model.confirm()}
    >
      {goes.length > 0
        ? `${t("keeping.goes")} ${goes.join("; ")}. ${t("keeping.stays")}`
        : t("keeping.nothingGoes")}
    </ConfirmDialog>
  );
}
