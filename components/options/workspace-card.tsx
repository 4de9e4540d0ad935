import { useSignal } from "@preact/signals";
import type { Status } from "../../lib/message/protocol.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ConfirmDialog } from "../ui/dialog.tsx";
import { Facts } from "../ui/facts.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { OptionsModel } from "./model.ts";
import { FormRefusal, useFieldError } from "./problem.tsx";

const DEFAULT_SERVER = "http://127.0.0.1:8787";

export function WorkspaceCard({ model, status }: { model: OptionsModel; status: Status }) {
  const { t } = useI18n();
  return (
    <Card
      title={t("options.workspace.title")}
      lead={t("options.workspace.lead")}
      aside={
        status.connection && (
          <Badge tone={isStaging(status) ? "warning" : "success"} icon="check">
            {t(
              isStaging(status)
                ? "options.workspace.connectedStaging"
                : "options.workspace.connectedBadge",
            )}
          </Badge>
        )
      }
    >
      {status.connection ? (
        <Connected model={model} status={status} connection={status.connection} />
      ) : (
        <Connect model={model} />
      )}
    </Card>
  );
}

function isStaging({ connection }: Status): boolean {
  return connection?.environment === "staging";
}

function Connect({ model }: { model: OptionsModel }) {
  const { t } = useI18n();
  const server = useSignal(DEFAULT_SERVER);
  const key = useSignal("");
  const problem = model.problems.value.workspace;
  const fieldError = useFieldError(problem);

  return (
    <Form
      label={t("options.workspace.title")}
      onSubmit={() => void model.connect(server.value, key.value)}
    >
      <Field
        label={t("options.workspace.server")}
        hint={t("options.workspace.serverHint")}
        mode="url"
        value={server.value}
        onInput={(text) => (server.value = text)}
        error={
          problem?.kind === "address"
            ? t(
                problem.fault === "insecure"
                  ? "options.workspace.serverInsecure"
                  : "options.workspace.serverInvalid",
              )
            : undefined
        }
        required
      />
      <Field
        label={t("options.workspace.key")}
        hint={t("options.workspace.keyHint")}
        value={key.value}
        onInput={(text) => (key.value = text)}
        error={fieldError("key")}
        secret
        required
      />
      <CollectedData />
      <FormRefusal problem={problem} />
      <div class="actions">
        <Button kind="primary" submit busy={model.busy.value === "workspace"}>
          {t("options.workspace.connect")}
        </Button>
      </div>
    </Form>
  );
}

function CollectedData() {
  const { t } = useI18n();
  return (
    <div class="collected">
      <h3>{t("options.collect.title")}</h3>
      <ul>
        <li>{t("options.collect.features")}</li>
        <li>{t("options.collect.guides")}</li>
        <li>{t("options.collect.device")}</li>
      </ul>
      <p>{t("options.collect.never")}</p>
    </div>
  );
}

function Connected(props: {
  model: OptionsModel;
  status: Status;
  connection: NonNullable<Status["connection"]>;
}) {
  const { t, dateTime } = useI18n();
  const asking = useSignal(false);
  const { bundle } = props.status;
  return (
    <>
      <Facts
        of={[
          [t("options.workspace.name"), props.connection.workspace],
          [t("options.workspace.environment"), t(`environment.${props.connection.environment}`)],
          [t("options.workspace.server"), <code key="server">{props.connection.server}</code>],
          [
            t("options.workspace.revision"),
            bundle
              ? t("options.workspace.revisionValue", {
                  revision: bundle.revision,
                  when: dateTime(bundle.fetchedAt),
                })
              : t("options.workspace.noRevision"),
          ],
        ]}
      />
      <FormRefusal problem={props.model.problems.value.workspace} />
      <div class="actions">
        <Button onClick={() => (asking.value = true)}>{t("options.workspace.disconnect")}</Button>
      </div>
      <ConfirmDialog
        open={asking.value}
        title={t("options.workspace.disconnectTitle")}
        confirm={t("options.workspace.disconnect")}
        busy={props.model.busy.value === "workspace"}
        onClose={() => (asking.value = false)}
        onConfirm={() => {
          asking.value = false;
          void props.model.disconnect();
        }}
      >
        {t("options.workspace.disconnectBody")}
      </ConfirmDialog>
    </>
  );
}
