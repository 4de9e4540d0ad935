import { useState } from "preact/hooks";
import type { Forward } from "../../lib/model/forward.ts";
import { QueryProblem, Report, type ReportContext } from "../console/report-card.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ConfirmDialog } from "../ui/dialog.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { DestinationFields } from "./destination-form.tsx";
import { DestinationRow } from "./destination-row.tsx";
import { EMPTY_FORM, formOf } from "./form.ts";
import { MadeSecret } from "./made-secret.tsx";
import type { DestinationsModel } from "./model.ts";

/** In place of the name of a target: the form of a new one is open. No target has this name. */
const NEW = "";

/** Where the messages of a workspace go, and how far that is. */
export function DestinationsCard(props: { model: DestinationsModel; context: ReportContext }) {
  const { t } = useI18n();
  const { model } = props;
  return (
    <Card title={t("destinations.title")} lead={t("destinations.lead")}>
      <Report resource={model.list} context={props.context}>
        {(list) =>
          list === null ? <p>{t("settings.admins")}</p> : <Destinations {...props} list={list} />
        }
      </Report>
    </Card>
  );
}

function Destinations(props: {
  model: DestinationsModel;
  context: ReportContext;
  list: readonly Forward[];
}) {
  const { t } = useI18n();
  const { model, context, list } = props;
  const [open, setOpen] = useState<string | null>(null);
  const [asked, setAsked] = useState<Forward | null>(null);
  const made = model.made.value;
  const problem = model.problem.value;
  const add = (
    <Button icon="plus" onClick={() => setOpen(NEW)}>
      {t("destinations.new")}
    </Button>
  );
  return (
    <div class="stack">
      {made && <MadeSecret {...made} onDone={model.putAway} />}
      {problem && !problem.problems && (
        <QueryProblem error={problem} context={context} onRetry={() => void model.list.load()} />
      )}
      {list.length === 0 && open === null && (
        <EmptyState title={t("destinations.none")} hint={t("destinations.noneHint")}>
          {add}
        </EmptyState>
      )}
      {list.length > 0 && (
        <ul class="rows">
          {list.map((one) => (
            <DestinationRow
              key={one.id}
              model={model}
              of={one}
              onChange={() => setOpen(one.id)}
              form={
                open === one.id && (
                  <DestinationFields
                    model={model}
                    start={formOf(one)}
                    isNew={false}
                    taken={[]}
                    onDone={() => setOpen(null)}
                  />
                )
              }
              onRemove={() => setAsked(one)}
            />
          ))}
        </ul>
      )}
      {open === NEW && (
        <DestinationFields
          model={model}
          start={EMPTY_FORM}
          isNew
          taken={list.map(({ id }) => id)}
          onDone={() => setOpen(null)}
        />
      )}
      {list.length > 0 && open === null && <div class="actions">{add}</div>}
      <ConfirmDialog
        open={asked !== null}
        title={t("destinations.removeTitle", { name: asked?.id ?? "" })}
        confirm={t("destinations.remove")}
        onClose={() => setAsked(null)}
        onConfirm={() => {
          if (asked) void model.remove(asked.id);
          setAsked(null);
        }}
      >
        {t("destinations.removeBody")}
      </ConfirmDialog>
    </div>
  );
}
