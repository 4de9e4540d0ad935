import { localize } from "../../lib/model/locale.ts";
import type { GuidePause } from "../../lib/model/query.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import type { GuidesReport } from "./guides-report.ts";
import { QueryProblem, type ReportContext } from "./report-card.tsx";

/** Guides that start for nobody by themselves: never silently. */
export function PauseNotices(props: { model: GuidesReport; context: ReportContext }) {
  const { model } = props;
  const pauses = model.pauses.value.value ?? [];
  const problem = model.problem.value;
  return (
    <>
      {problem && (
        <QueryProblem error={problem} context={props.context} onRetry={() => void model.open()} />
      )}
      {pauses.map((pause) => (
        <PauseNotice key={pause.guide} model={model} pause={pause} />
      ))}
    </>
  );
}

function PauseNotice({ model, pause }: { model: GuidesReport; pause: GuidePause }) {
  const { t, number, date, wanted } = useI18n();
  const guide = localize(pause.name, wanted);
  const title = t("targets.paused", {
    guide,
    step: localize(pause.title, wanted),
    missed: number(pause.missed),
    of: number(pause.of),
    since: date(pause.missedSince),
  });
  return (
    <Notice tone="warning" title={title}>
      <div class="actions">
        <Button
          label={t("targets.checkLabel", { guide })}
          onClick={() => model.choose(pause.guide, "targets")}
        >
          {t("targets.check")}
        </Button>
        <Button
          busy={model.resuming.value === pause.guide}
          label={t("targets.resumeLabel", { guide })}
          onClick={() => void model.resume(pause.guide)}
        >
          {t("targets.resume")}
        </Button>
      </div>
    </Notice>
  );
}
