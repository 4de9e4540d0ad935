import type { AhaMoment } from "../../lib/model/aha.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { ahaId } from "./aha-plan.ts";
import type { AhaAnswer, AhaReport } from "./aha-report.ts";
import { ahaTexts, momentName } from "./aha-words.ts";
import type { QueryError } from "./client.ts";
import { detailOf, type ReportContext, useQueryMessage } from "./report-card.tsx";

interface Shown {
  model: AhaReport;
  context: ReportContext;
}

/** The moments in words, each with what can be made of it. */
export function AhaList({ answer, ...shown }: Shown & { answer: AhaAnswer }) {
  return (
    <ul class="aha-list">
      {answer.report.moments.map((moment) => (
        <li key={moment.feature} class="aha">
          <Told moment={moment} />
          <Use {...shown} moment={moment} made={answer.signals.has(ahaId(moment))} />
        </li>
      ))}
    </ul>
  );
}

function Told({ moment }: { moment: AhaMoment }) {
  const i18n = useI18n();
  const { t, percent } = i18n;
  const others = moment.elseStayed + moment.elseLeft;
  return (
    <div>
      <h3 class="aha-name">{momentName(i18n, moment)}</h3>
      <p class="muted">
        {t("aha.told", {
          share: percent(moment.precision),
          elseShare: percent(others === 0 ? 0 : moment.elseStayed / others),
          coverage: percent(moment.coverage),
        })}
      </p>
    </div>
  );
}

function Use({ model, context, moment, made }: Shown & { moment: AhaMoment; made: boolean }) {
  const i18n = useI18n();
  const { t } = i18n;
  const id = ahaId(moment);
  const busy = model.busy.value === id;
  const problem = model.problem.value;
  return (
    <>
      <div class="aha-use">
        {made && (
          <>
            <Badge tone="success">{t("aha.made")}</Badge>
            <Button
              kind="quiet"
              busy={busy}
              label={t("aha.undoLabel", { id })}
              onClick={() => void model.undo(moment)}
            >
              {t("aha.undo")}
            </Button>
          </>
        )}
        {!made && moment.published && (
          <Button
            busy={busy}
            label={t("aha.makeLabel", { moment: momentName(i18n, moment) })}
            onClick={() => void model.make(moment, ahaTexts(i18n, moment))}
          >
            {t("aha.make")}
          </Button>
        )}
      </div>
      <p class="aha-note muted small">{useNote(moment, made)}</p>
      {problem?.id === id && <Problem error={problem.error} context={context} />}
    </>
  );
}

function useNote(moment: AhaMoment, made: boolean): string {
  const { t } = useI18n();
  if (made) return t("aha.madeHint", { id: ahaId(moment) });
  return moment.published ? t("aha.makeHint") : t("aha.unpublished", { feature: moment.name });
}

function Problem({ error, context }: { error: QueryError; context: ReportContext }) {
  const i18n = useI18n();
  const { t } = i18n;
  const said = useQueryMessage(context.server)(error);
  const detail = detailOf(error, i18n);
  const own =
    error.code === "changed"
      ? t("aha.undoPublished")
      : error.status === 409
        ? t("aha.undoNeeded")
        : said;
  return (
    <div class="aha-note">
      <Notice tone="danger" live>
        <p>{own}</p>
        {detail !== null && (
          <p class="small" lang="en">
            {detail}
          </p>
        )}
      </Notice>
    </div>
  );
}
