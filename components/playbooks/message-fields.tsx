import type { ForwardName } from "../../lib/model/forward.ts";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { Select } from "../ui/select.tsx";
import { TextArea } from "../ui/text-area.tsx";
import type { ActionForm } from "./form.ts";
import { TitleField } from "./title-field.tsx";

/** A message: to which target, and what it says. */
export function MessageFields(props: {
  action: ActionForm;
  /** Null: they are not known, so that one is named by its id. */
  targets: readonly ForwardName[] | null;
  lack: (field: string) => string | undefined;
  put: (part: Partial<ActionForm>) => void;
}) {
  const { t } = useI18n();
  const { action, targets, lack, put } = props;
  const { forward } = action;
  const isGone = forward !== "" && targets?.every(({ id }) => id !== forward);
  return (
    <>
      {targets === null ? (
        <Field
          label={t("playbooks.form.forward")}
          hint={t("playbooks.form.forwardHint")}
          value={forward}
          error={lack("forward")}
          onInput={(id) => put({ forward: id })}
        />
      ) : (
        <Select<string>
          label={t("playbooks.form.forward")}
          value={forward}
          error={lack("forward")}
          options={[
            ...(forward === "" ? [{ value: "", label: t("playbooks.form.chooseForward") }] : []),
            ...targets.map(({ id, kind }) => ({
              value: id,
              label: `${id} (${t(`destinations.kind.${kind}`)})`,
            })),
            ...(isGone
              ? [{ value: forward, label: t("playbooks.form.forwardGone", { name: forward }) }]
              : []),
          ]}
          onChange={(id) => put({ forward: id })}
        />
      )}
      {targets?.length === 0 && (
        <Notice tone="warning" title={t("playbooks.form.noForwards")}>
          <p>{t("playbooks.form.noForwardsHint")}</p>
        </Notice>
      )}
      <TitleField
        optional
        value={action.title}
        error={lack("title")}
        onInput={(title) => put({ title })}
      />
      <TextArea
        label={t("playbooks.form.text")}
        rows={3}
        value={action.note}
        onInput={(note) => put({ note })}
      />
    </>
  );
}
