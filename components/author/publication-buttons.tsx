import { useId, useState } from "preact/hooks";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { RemoteBusy } from "./editor-remote.ts";
import type { PublicationModel } from "./publication-model.ts";
import type { PublicationStateProps } from "./publication-state.tsx";

export interface PublicationButtonsProps extends PublicationStateProps {
  publication: PublicationModel;
  busy: RemoteBusy | null;
  onSave: () => void;
}

/** What can be done with the draft now. */
export function PublicationButtons(props: PublicationButtonsProps) {
  const { t } = useI18n();
  const id = useId();
  const { publication, busy, on, unsaved, facts } = props;
  const review = unsaved ? "draft" : (on?.review ?? "draft");
  const waits = facts?.required === true && review !== "approved";
  const isBusy = (environment: "production" | "staging") =>
    busy?.what === "publish" && busy.environment === environment && busy.version === undefined;
  const ask = review === "draft" && (
    <Button
      kind={waits ? "primary" : "secondary"}
      busy={busy?.what === "review"}
      onClick={() => void publication.askReview()}
    >
      {t("publication.ask")}
    </Button>
  );
  return (
    <>
      {review === "in_review" && <Judge {...props} />}
      <div class="actions">
        {waits && ask}
        <Button
          kind={waits ? "secondary" : "primary"}
          disabled={waits}
          busy={isBusy("production")}
          {...(waits && { describedBy: id })}
          onClick={() => void publication.publish("production")}
        >
          {t("publication.toProduction")}
        </Button>
        {!waits && ask}
        <Button busy={isBusy("staging")} onClick={() => void publication.publish("staging")}>
          {t("publication.toStaging")}
        </Button>
        <Button busy={busy?.what === "save"} onClick={props.onSave}>
          {t("editor.publish.save")}
        </Button>
      </div>
      {waits && (
        <p class="muted" id={id}>
          {t("publication.waits")}
        </p>
      )}
    </>
  );
}

/** Approve, or give back with a note. */
function Judge({ publication, busy }: PublicationButtonsProps) {
  const { t } = useI18n();
  const [note, setNote] = useState<string | null>(null);
  const [empty, setEmpty] = useState(false);
  if (note === null) {
    return (
      <div class="actions">
        <Button
          kind="primary"
          icon="check"
          busy={busy?.what === "approve"}
          onClick={() => void publication.approve()}
        >
          {t("publication.approve")}
        </Button>
        <Button onClick={() => setNote("")}>{t("publication.return")}</Button>
      </div>
    );
  }
  return (
    <Form
      label={t("publication.return")}
      onSubmit={() => {
        setEmpty(note.trim() === "");
        if (note.trim() !== "") void publication.giveBack(note.trim());
      }}
    >
      <Field
        label={t("publication.note")}
        hint={t("publication.noteHint")}
        value={note}
        error={empty ? t("publication.noteEmpty") : undefined}
        onInput={setNote}
      />
      <div class="actions">
        <Button kind="primary" submit busy={busy?.what === "return"}>
          {t("publication.giveBack")}
        </Button>
        <Button onClick={() => setNote(null)}>{t("common.cancel")}</Button>
      </div>
    </Form>
  );
}
