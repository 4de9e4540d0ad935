import { PublishProblem } from "../console/publish-problem.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import type { TaggingModel } from "./tagging.ts";
import { TaggingForm } from "./tagging-form.tsx";
import { TaggingList } from "./tagging-list.tsx";
import { TaggingPicker } from "./tagging-picker.tsx";

export interface TaggingCardProps {
  model: TaggingModel;
  onOpenConsole: () => void;
}

/** For who is signed in to the console: what counts as a use of a feature, said on the page beside the panel. */
export function TaggingCard(props: TaggingCardProps) {
  const { t } = useI18n();
  const { model } = props;
  const open = model.open.value;
  if (model.server.value === null) return null;
  return (
    <Card title={t("tag.title")} lead={t("tag.lead")}>
      {open && <Open {...props} />}
      <div class="actions">
        <Button onClick={() => void model.toggle()}>{t(open ? "tag.close" : "tag.open")}</Button>
      </div>
    </Card>
  );
}

function Open(props: TaggingCardProps) {
  const { model } = props;
  const form = model.form.value;
  return (
    <div class="stack">
      <Done model={model} />
      <Problem {...props} />
      {model.picking.value ? (
        <TaggingPicker model={model} />
      ) : form ? (
        <TaggingForm model={model} form={form} />
      ) : (
        <New model={model} />
      )}
      {!form && <TaggingList model={model} />}
    </div>
  );
}

function New({ model }: { model: TaggingModel }) {
  const { t } = useI18n();
  return (
    <div class="group">
      <h3>{t("tag.new")}</h3>
      <div class="actions">
        <Button kind="primary" onClick={model.pick}>
          {t("tag.point")}
        </Button>
        <Button onClick={() => model.begin("view")}>{t("tag.view")}</Button>
        <Button onClick={() => model.begin("custom")}>{t("tag.custom")}</Button>
      </div>
    </div>
  );
}

/** Always in the page, because a live region that appears with its text is not read. */
function Done({ model }: { model: TaggingModel }) {
  const { t } = useI18n();
  const done = model.done.value;
  return (
    <div role="status">
      {done && (
        <Notice tone="neutral">
          <p>{t(`tag.${done.what}`, { feature: done.name })}</p>
          <div class="actions">
            {done.undo && (
              <Button busy={model.busy.value === "undo"} onClick={() => void model.undo()}>
                {t("tag.undo")}
              </Button>
            )}
            <Button kind="quiet" onClick={model.closeDone}>
              {t("common.close")}
            </Button>
          </div>
        </Notice>
      )}
    </div>
  );
}

function Problem({ model, onOpenConsole }: TaggingCardProps) {
  const { t } = useI18n();
  const problem = model.problem.value;
  if (problem === null) return null;
  if (problem.kind === "page")
    return <ErrorState message={t("tag.noPage")} detail={problem.detail} />;
  const context = { server: model.server.value ?? "", onSignIn: onOpenConsole };
  const { id = null, name = "", revision = 0 } = model.form.value?.draft ?? {};
  return (
    <PublishProblem
      error={problem.error}
      context={context}
      onRetry={() => void model.load()}
      onAsk={id === null ? undefined : () => void model.advance({ id, name, revision }, "ask")}
      busy={model.busy.value === "ask"}
    />
  );
}
