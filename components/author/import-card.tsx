import { localize } from "../../lib/model/locale.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { ImportConfirm } from "./import-confirm.tsx";
import { ImportFile } from "./import-file.tsx";
import { ImportProblems } from "./import-problems.tsx";
import { ImportRead } from "./import-read.tsx";
import type { ImportModel } from "./import-state.ts";

/** For authors: guides that were made with something else. */
export function ImportCard({ model }: { model: ImportModel }) {
  const { t } = useI18n();
  const open = model.open.value;
  return (
    <Card title={t("import.title")} lead={t("import.lead")}>
      {open && (
        <div class="stack">
          <Stage model={model} />
        </div>
      )}
      <div class="actions">
        <Button onClick={model.toggle}>{t(open ? "import.close" : "import.open")}</Button>
      </div>
    </Card>
  );
}

function Stage({ model }: { model: ImportModel }) {
  const { t, wanted } = useI18n();
  const stage = model.stage.value;
  const fault = model.problem.value;
  const problem = fault && fault !== "alike" && fault !== "name" && (
    <Notice tone="danger" live>
      <p>{t(PROBLEMS[fault])}</p>
      {model.cause.value && (
        <p class="muted small">{t("import.cause", { cause: model.cause.value })}</p>
      )}
    </Notice>
  );
  switch (stage.at) {
    case "choose":
      return (
        <>
          {problem}
          <ImportFile model={model} />
          <Unfinished model={model} />
        </>
      );
    case "reading":
      return <p role="status">{t("import.reading", { file: nameOf(stage.file, t) })}</p>;
    case "failed":
      return (
        <>
          <ImportProblems file={nameOf(stage.file, t)} problems={stage.problems} />
          <Another model={model} />
        </>
      );
    case "read":
      return (
        <>
          {problem}
          <ImportRead model={model} stage={stage} />
          <Another model={model} />
        </>
      );
    case "confirm":
      return (
        <>
          {problem}
          <ImportConfirm model={model} stage={stage} />
        </>
      );
    case "done":
      return (
        <>
          <Notice tone="neutral" live>
            <p>{t("import.done", { guide: localize(stage.guide.name, wanted) })}</p>
            <div class="actions">
              <Button kind="primary" onClick={() => model.edit(stage.guide.id)}>
                {t("import.edit")}
              </Button>
            </div>
          </Notice>
          <Another model={model} />
        </>
      );
  }
}

const PROBLEMS = {
  page: "import.noPage",
  store: "import.noStore",
  taken: "import.idTaken",
} as const;

function nameOf(file: string, t: ReturnType<typeof useI18n>["t"]): string {
  return file || t("import.pasted");
}

function Another({ model }: { model: ImportModel }) {
  const { t } = useI18n();
  return (
    <div class="actions">
      <Button onClick={model.restart}>{t("import.another")}</Button>
    </div>
  );
}

/** Imports whose author went on with something else. */
function Unfinished({ model }: { model: ImportModel }) {
  const { t, wanted } = useI18n();
  const all = model.unfinished.value;
  if (all.length === 0) return null;
  return (
    <div class="group">
      <h3>{t("import.unfinished")}</h3>
      <ul class="rows">
        {all.map(({ record, guide }) => {
          const name = localize(guide.name, wanted);
          return (
            <li key={record.id} class="row">
              <div class="row-text">
                <p class="row-title">{name}</p>
                <p class="row-note">
                  {t("import.left", { count: record.open.length, total: record.total })}
                </p>
              </div>
              <div class="actions">
                <Button
                  label={t("import.goOnLabel", { guide: name })}
                  onClick={() => model.goOn(record.id)}
                >
                  {t("import.goOn")}
                </Button>
                <Button
                  kind="quiet"
                  label={t("import.endLabel", { guide: name })}
                  onClick={() => void model.end(record.id)}
                >
                  {t("import.end")}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
