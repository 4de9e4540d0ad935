import { useEffect, useId, useMemo, useState } from "preact/hooks";
import { Button } from "../ui/button.tsx";
import { ErrorState } from "../ui/error-state.tsx";
import { Field } from "../ui/field.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { createPictureModel, type PictureModel, type PicturePorts } from "./picture-model.ts";
import { PictureStage } from "./picture-stage.tsx";

export interface PictureEditorProps extends Pick<PicturePorts, "load" | "save"> {
  /** Its name. */
  asset: string;
  /** What it shows, as far as somebody has said that. */
  alt: string;
  /** Null: it stays as it was. */
  onDone(result: { asset: string; alt: string } | null): void;
}

/** A stored picture: more of it is hidden, less of it shown, and it is said what it shows. */
export function PictureEditor(props: PictureEditorProps) {
  const { t } = useI18n();
  const { asset, load, save } = props;
  const model = useMemo(
    () => createPictureModel(asset, { load, save, measure, now: () => Date.now() }),
    [asset],
  );
  useEffect(() => void model.load(), [model]);
  const [alt, setAlt] = useState(props.alt);
  const [tried, setTried] = useState(false);
  const picture = model.picture.value;
  const problem = model.problem.value;
  const finish = async () => {
    setTried(true);
    if (alt.trim() === "") return;
    const made = await model.finish();
    if (made !== null) props.onDone({ asset: made, alt: alt.trim() });
  };
  return (
    <section class="picture-editor" aria-label={t("picture.title")} onKeyDown={keysOf(model)}>
      {picture ? (
        <Retouching model={model} />
      ) : problem ? (
        <ErrorState
          message={t("picture.noPicture")}
          {...(problem.detail && { detail: problem.detail })}
          onRetry={() => void model.load()}
        />
      ) : (
        <Skeleton tall />
      )}
      <Field
        label={t("picture.alt")}
        hint={t("picture.altHint")}
        value={alt}
        onInput={setAlt}
        error={tried && alt.trim() === "" ? t("picture.altMissing") : undefined}
      />
      {problem?.what === "save" && (
        <ErrorState
          message={t("picture.notSaved")}
          {...(problem.detail && { detail: problem.detail })}
        />
      )}
      <p class="muted small">{t("picture.burnt")}</p>
      <div class="actions">
        <Button
          kind="primary"
          disabled={!picture}
          busy={model.busy.value}
          onClick={() => void finish()}
        >
          {t("picture.save")}
        </Button>
        <Button onClick={() => props.onDone(null)}>{t("common.cancel")}</Button>
      </div>
    </section>
  );
}

function Retouching({ model }: { model: PictureModel }) {
  const { t } = useI18n();
  const hint = useId();
  const [large, setLarge] = useState(false);
  const picture = model.picture.value;
  const mode = model.mode.value;
  if (!picture) return null;
  return (
    <>
      <Segmented
        label={t("picture.mode")}
        labelHidden
        value={mode}
        options={[
          { value: "hide", label: t("picture.mode.hide") },
          { value: "crop", label: t("picture.mode.crop") },
        ]}
        onChange={model.enter}
      />
      <p class="muted small" id={hint}>
        {t(`picture.hint.${mode}`)}
      </p>
      <div class={large ? "retouch-place large" : "retouch-place"}>
        <PictureStage model={model} picture={picture} />
      </div>
      <div class="actions">
        {mode === "hide" ? (
          <>
            <Button describedBy={hint} onClick={model.add}>
              {t("picture.add")}
            </Button>
            <Button
              icon="trash"
              disabled={model.retouch.value.hidden.length === 0}
              onClick={model.remove}
            >
              {t("picture.remove")}
            </Button>
          </>
        ) : (
          <Button describedBy={hint} onClick={model.uncrop}>
            {t("picture.uncrop")}
          </Button>
        )}
        <Button disabled={!model.canUndo.value} onClick={model.undo}>
          {t("picture.undo")}
        </Button>
        <Button disabled={!model.canRedo.value} onClick={model.redo}>
          {t("picture.redo")}
        </Button>
        <Button kind="quiet" onClick={() => setLarge(!large)}>
          {t(large ? "picture.shrink" : "picture.enlarge")}
        </Button>
      </div>
    </>
  );
}

/** Undo and redo, but in fields, which have their own. */
function keysOf(model: PictureModel) {
  return (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.target instanceof HTMLInputElement) return;
    const key = event.key.toLowerCase();
    if (key === "y" || (key === "z" && event.shiftKey)) model.redo();
    else if (key === "z") model.undo();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
}

async function measure(address: string): Promise<{ width: number; height: number }> {
  const image = new Image();
  image.src = address;
  await image.decode();
  return { width: image.naturalWidth, height: image.naturalHeight };
}
