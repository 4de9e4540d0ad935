import { useState } from "preact/hooks";
import { ENVIRONMENTS, type Environment } from "../../lib/model/environment.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ConfirmDialog } from "../ui/dialog.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Table } from "../ui/table.tsx";
import { Time } from "../ui/time.tsx";
import { MadeKey } from "./made-key.tsx";
import type { ReportContext } from "./report-card.tsx";
import type { WriteKey } from "./settings-client.ts";
import type { SettingsModel } from "./settings-model.ts";

/** Which browsers get what is published where: the key says it. */
export function WriteKeysCard(props: {
  model: SettingsModel;
  context: ReportContext;
  keys: readonly WriteKey[] | null;
}) {
  const { t } = useI18n();
  const { model, keys } = props;
  const [asked, setAsked] = useState<WriteKey | null>(null);
  const made = model.made.value;
  if (!keys) {
    return (
      <Card title={t("settings.keys.title")} lead={t("settings.keys.lead")}>
        <p>{t("settings.admins")}</p>
      </Card>
    );
  }
  return (
    <Card title={t("settings.keys.title")} lead={t("settings.keys.lead")}>
      {made ? (
        <MadeKey made={made} server={props.context.server} onDone={model.putAway} />
      ) : (
        <NewKeyForm model={model} />
      )}
      <Table
        caption={t("settings.keys.title")}
        columns={[
          { label: t("settings.keys.name") },
          { label: t("options.workspace.environment") },
          { label: t("options.workspace.key") },
          { label: t("settings.keys.madeAt") },
          { label: t("settings.keys.revoke"), align: "end" },
        ]}
        rows={keys.map((key) => ({
          key: key.id,
          cells: [
            key.name,
            <Badge key="environment" tone={key.environment === "staging" ? "warning" : "neutral"}>
              {t(`environment.${key.environment}`)}
            </Badge>,
            <code key="hint">…{key.hint}</code>,
            <Time key="made" at={key.createdAt} withTime={false} />,
            <Button
              key="revoke"
              label={t("settings.keys.revokeLabel", { key: key.name })}
              busy={isRevoking(model, key)}
              onClick={() => setAsked(key)}
            >
              {t("settings.keys.revoke")}
            </Button>,
          ],
        }))}
      />
      <ConfirmDialog
        open={asked !== null}
        title={t("settings.keys.revokeTitle", { key: asked?.name ?? "" })}
        confirm={t("settings.keys.revoke")}
        onClose={() => setAsked(null)}
        onConfirm={() => {
          if (asked) void model.revokeKey(asked.id);
          setAsked(null);
        }}
      >
        {t("settings.keys.revokeBody")}
      </ConfirmDialog>
    </Card>
  );
}

function isRevoking(model: SettingsModel, { id }: WriteKey): boolean {
  const busy = model.busy.value;
  return busy?.what === "revoke" && busy.key === id;
}

/** Staging first: a key of production is there since the server's first start. */
function NewKeyForm({ model }: { model: SettingsModel }) {
  const { t } = useI18n();
  const [name, setName] = useState("");
  const [environment, setEnvironment] = useState<Environment>("staging");
  const [tried, setTried] = useState(false);
  const make = async () => {
    setTried(true);
    if (name.trim() !== "") await model.makeKey(name.trim(), environment);
  };
  return (
    <Form label={t("settings.keys.new")} onSubmit={() => void make()}>
      <h3>{t("settings.keys.new")}</h3>
      <Segmented
        label={t("settings.keys.environment")}
        value={environment}
        options={ENVIRONMENTS.map((value) => ({ value, label: t(`environment.${value}`) }))}
        onChange={setEnvironment}
      />
      <p class="muted">{t(`settings.keys.${environment}Hint`)}</p>
      <Field
        label={t("settings.keys.name")}
        hint={t("settings.keys.nameHint")}
        value={name}
        onInput={setName}
        error={tried && name.trim() === "" ? t("common.required") : undefined}
      />
      <div class="actions">
        <Button kind="primary" submit icon="plus" busy={model.busy.value?.what === "make"}>
          {t("settings.keys.make")}
        </Button>
      </div>
    </Form>
  );
}
