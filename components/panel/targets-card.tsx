import { localize } from "../../lib/model/locale.ts";
import { PublishProblem } from "../console/publish-problem.tsx";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { Select } from "../ui/select.tsx";
import type { CheckedTarget, TargetsModel } from "./targets-model.ts";

const TONES: Record<CheckedTarget["outcome"], Tone> = {
  found: "success",
  likely: "accent",
  ambiguous: "warning",
  absent: "danger",
  covered: "warning",
  disabled: "warning",
};

export interface TargetsCardProps {
  model: TargetsModel;
  onOpenConsole: () => void;
}

/** For who is signed in to the console: whether a guide finds its elements on the page beside the panel. */
export function TargetsCard(props: TargetsCardProps) {
  const { t, wanted } = useI18n();
  const { model } = props;
  const guides = model.guides.value;
  if (guides === null || guides.length === 0) return null;
  const checked = model.checked.value;
  const busy = model.busy.value;
  return (
    <Card title={t("check.title")} lead={t("check.lead")}>
      <Select
        label={t("guides.guide")}
        value={model.chosen.value}
        options={guides.map(({ id, name }) => ({
          value: id,
          label: typeof name === "string" ? name : localize(name, wanted),
        }))}
        onChange={model.choose}
      />
      <div class="actions">
        <Button icon="refresh" busy={busy?.what === "check"} onClick={() => void model.check()}>
          {t(checked ? "check.again" : "check.run")}
        </Button>
      </div>
      <Problem {...props} />
      {checked?.length === 0 && <p class="muted">{t("check.noTargets")}</p>}
      {checked && checked.length > 0 && (
        <ul class="rows">
          {checked.map((target) => (
            <TargetRow key={target.step} model={model} target={target} />
          ))}
        </ul>
      )}
      {model.unpublished.value && (
        <Notice tone="neutral" title={t("check.drafted")}>
          <div class="actions">
            <Button
              kind="primary"
              busy={busy?.what === "publish"}
              onClick={() => void model.publish()}
            >
              {t("check.publish")}
            </Button>
          </div>
        </Notice>
      )}
      <p class="muted" role="status">
        {model.done.value && t(`check.${model.done.value}`)}
      </p>
    </Card>
  );
}

function Problem({ model, onOpenConsole }: TargetsCardProps) {
  const { t } = useI18n();
  const problem = model.problem.value;
  if (problem === null) return null;
  const onRetry = () => void model.check();
  if (problem.kind === "page") {
    return <ErrorState message={t("check.noPage")} detail={problem.detail} onRetry={onRetry} />;
  }
  const context = { server: model.server.value, onSignIn: onOpenConsole };
  return (
    <PublishProblem
      error={problem.error}
      context={context}
      onRetry={onRetry}
      onAsk={() => void model.askReview()}
      busy={model.busy.value?.what === "ask"}
    />
  );
}

function TargetRow(props: { model: TargetsModel; target: CheckedTarget }) {
  const { t, percent, wanted } = useI18n();
  const { model, target } = props;
  const { candidate } = target;
  const step = localize(target.title, wanted);
  const shown = model.shown.value === target.step;
  const busy = model.busy.value;
  return (
    <li class="row target-row">
      <div class="row-text">
        <p class="row-title">{step}</p>
        <p class="row-note">
          <Badge tone={TONES[target.outcome]}>{t(`check.${target.outcome}`)}</Badge>
          {candidate && <span>{percent(target.score)}</span>}
        </p>
        <p class="row-note">
          {candidate
            ? t(target.outcome === "found" ? "check.here" : "check.likest", {
                element: candidate.label,
              })
            : t("check.nothing")}
        </p>
      </div>
      {candidate && (
        <div class="actions">
          <Button
            label={t(shown ? "check.hideLabel" : "check.showLabel", { step })}
            onClick={() => void model.show(target.step)}
          >
            {t(shown ? "check.hide" : "check.show")}
          </Button>
          {target.used ? (
            <Badge tone="success" icon="check">
              {t("check.used")}
            </Badge>
          ) : (
            <Button
              busy={busy?.what === "use" && busy.step === target.step}
              label={t("check.useLabel", { step })}
              onClick={() => void model.use(target.step)}
            >
              {t("check.use")}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
