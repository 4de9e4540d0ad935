import { useState } from "preact/hooks";
import { localize } from "../../lib/model/locale.ts";
import { useQueryMessage } from "../console/report-card.tsx";
import { Button } from "../ui/button.tsx";
import { ConfirmDialog } from "../ui/dialog.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { MyGuideRow } from "./my-guide-row.tsx";
import type { MyGuide, MyGuides, MyGuidesModel } from "./my-guides-model.ts";
import { NewGuide } from "./new-guide.tsx";

/** From so many guides on they can be searched. */
const MANY = 8;

export interface MyGuidesProps {
  model: MyGuidesModel;
  onOpen: (guide: string) => void;
  /** Where the list is not in a tab already. */
  onOpenTab?: (guide: string) => void;
  /** No more than so many; undefined: all. */
  limit?: number;
  onAll?: () => void;
}

/** Guides that somebody is the author of: on this device and on the server. */
export function MyGuidesList(props: MyGuidesProps) {
  const { t } = useI18n();
  const { model } = props;
  const view = model.data.view.value;
  return (
    <div class="stack">
      <NewGuide model={model} onOpen={props.onOpen} />
      {view.state === "loading" && <Skeleton lines={3} />}
      {view.state === "failed" && (
        <ErrorState
          message={t("authoring.failed")}
          detail={view.error}
          onRetry={() => void model.data.load()}
        />
      )}
      {view.state === "ready" && <Ready {...props} data={view.value} />}
      <Done model={model} />
    </div>
  );
}

function Ready(props: MyGuidesProps & { data: MyGuides }) {
  const { t, wanted } = useI18n();
  const { model, data, limit, onAll } = props;
  const message = useQueryMessage(data.server ?? "");
  const [words, setWords] = useState("");
  const [asked, setAsked] = useState<MyGuide | null>(null);
  const found = data.guides.filter(({ name }) =>
    localize(name, wanted).toLowerCase().includes(words.trim().toLowerCase()),
  );
  const shown = found.slice(0, limit);
  const problem = model.problem.value;
  return (
    <>
      {data.server === null && data.guides.length > 0 && (
        <p class="muted small">{t("authoring.signedOut")}</p>
      )}
      {data.problem && (
        <Notice
          tone="warning"
          title={data.problem.code === "offline" ? t("authoring.offline") : message(data.problem)}
        >
          <div class="actions">
            <Button icon="refresh" onClick={() => void model.data.load()}>
              {t("common.retry")}
            </Button>
          </div>
        </Notice>
      )}
      {problem && (
        <ErrorState
          message={message(problem)}
          {...(problem.problems && {
            detail: problem.problems.map(({ path, found: by }) => `${path} ${by}`).join("; "),
          })}
        />
      )}
      {data.guides.length === 0 && limit === undefined && (
        <EmptyState title={t("authoring.empty")} hint={t("authoring.emptyHint")} />
      )}
      {data.guides.length > MANY && limit === undefined && (
        <Field label={t("authoring.search")} mode="search" value={words} onInput={setWords} />
      )}
      {data.guides.length > 0 && found.length === 0 && (
        <p class="muted">{t("authoring.noneFound")}</p>
      )}
      <ul class="rows">
        {shown.map((guide) => (
          <MyGuideRow key={guide.id} {...props} guide={guide} onArchive={() => setAsked(guide)} />
        ))}
      </ul>
      {found.length > shown.length && onAll && (
        <div class="actions">
          <Button kind="quiet" onClick={onAll}>
            {t("authoring.more", { count: found.length - shown.length })}
          </Button>
        </div>
      )}
      <ConfirmDialog
        open={asked !== null}
        title={t("authoring.archiveTitle", { guide: asked ? localize(asked.name, wanted) : "" })}
        confirm={t("authoring.archive")}
        onConfirm={() => {
          if (asked) void model.archive(asked.id);
          setAsked(null);
        }}
        onClose={() => setAsked(null)}
      >
        {t("authoring.archiveBody")}
      </ConfirmDialog>
    </>
  );
}

/** What was just done, and the way back. */
function Done({ model }: { model: MyGuidesModel }) {
  const { t, wanted } = useI18n();
  const done = model.done.value;
  return (
    <div role="status">
      {done && (
        <Notice
          tone="neutral"
          title={t(`authoring.${done.what}`, { guide: localize(done.name, wanted) })}
        >
          <div class="actions">
            {done.what === "removed" && (
              <Button icon="undo" onClick={() => void model.restore()}>
                {t("authoring.undo")}
              </Button>
            )}
            <Button kind="quiet" onClick={model.closeNotices}>
              {t("common.close")}
            </Button>
          </div>
        </Notice>
      )}
    </div>
  );
}
