import { useState } from "preact/hooks";
import type { Command } from "prosemirror-state";
import { isSafeUrl } from "../../lib/model/safe-url.ts";
import { Button } from "../ui/button.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { PictureEditor } from "./picture-editor.tsx";
import type { EditorPictures } from "./ports.ts";
import { describeImage, insertVariable, type Standing, setLink } from "./rich-commands.ts";

type Run = (command: Command) => boolean;

/** Where the selected words lead. */
export function LinkForm(props: { href: string | null; run: Run; onClose: () => void }) {
  const { t } = useI18n();
  const [href, setHref] = useState(props.href ?? "https://");
  const [wrong, setWrong] = useState(false);
  const close = (command: Command) => {
    props.run(command);
    props.onClose();
  };
  return (
    <div class="rich-form">
      <Form
        label={t("rich.link")}
        onSubmit={() => {
          if (isSafeUrl(href.trim())) close(setLink(href.trim()));
          else setWrong(true);
        }}
      >
        <Field
          label={t("rich.address")}
          mode="url"
          value={href}
          onInput={setHref}
          error={wrong && !isSafeUrl(href.trim()) ? t("rich.addressWrong") : undefined}
        />
        <div class="actions">
          <Button submit kind="primary">
            {t("rich.setLink")}
          </Button>
          {props.href !== null && (
            <Button onClick={() => close(setLink(null))}>{t("rich.removeLink")}</Button>
          )}
          <Button kind="quiet" onClick={props.onClose}>
            {t("common.cancel")}
          </Button>
        </div>
      </Form>
    </div>
  );
}

/** A word that is written by what the app says about the person. */
export function VariableForm(props: { run: Run; onClose: () => void }) {
  const { t } = useI18n();
  const [of, setOf] = useState<"user" | "account">("user");
  const [name, setName] = useState("");
  const [fallback, setFallback] = useState("");
  const [tried, setTried] = useState(false);
  const missing = (text: string) => (tried && !text.trim() ? t("rich.required") : undefined);
  return (
    <div class="rich-form">
      <Form
        label={t("rich.variable")}
        onSubmit={() => {
          setTried(true);
          if (!name.trim() || !fallback.trim()) return;
          const trimmed = {
            name: name.trim().slice(0, 64),
            fallback: fallback.trim().slice(0, 200),
          };
          props.run(insertVariable({ of, ...trimmed }));
          props.onClose();
        }}
      >
        <Segmented
          label={t("rich.variableOf")}
          value={of}
          options={[
            { value: "user", label: t("rich.of.user") },
            { value: "account", label: t("rich.of.account") },
          ]}
          onChange={setOf}
        />
        <Field
          label={t("rich.variableName")}
          hint={t("rich.variableNameHint")}
          value={name}
          onInput={setName}
          error={missing(name)}
        />
        <Field
          label={t("rich.fallback")}
          hint={t("rich.fallbackHint")}
          value={fallback}
          onInput={setFallback}
          error={missing(fallback)}
        />
        <div class="actions">
          <Button submit kind="primary">
            {t("rich.insert")}
          </Button>
          <Button kind="quiet" onClick={props.onClose}>
            {t("common.cancel")}
          </Button>
        </div>
      </Form>
    </div>
  );
}

/** What the selected picture shows, for who does not see it. */
export function ImageForm(props: {
  image: NonNullable<Standing["image"]>;
  pictures: EditorPictures;
  run: Run;
}) {
  const { t } = useI18n();
  const [alt, setAlt] = useState(props.image.alt);
  const [decorative, setDecorative] = useState(props.image.decorative);
  const [retouching, setRetouching] = useState(false);
  if (retouching) {
    return (
      <div class="rich-form">
        <PictureEditor
          asset={props.image.asset}
          alt={alt}
          load={props.pictures.address}
          save={props.pictures.retouch}
          onDone={(result) => {
            setRetouching(false);
            if (result) props.run(describeImage({ ...result, decorative: false }));
          }}
        />
      </div>
    );
  }
  return (
    <div class="rich-form">
      <Form
        label={t("rich.image")}
        onSubmit={() =>
          props.run(describeImage({ alt: decorative ? "" : alt.trim().slice(0, 300), decorative }))
        }
      >
        {!decorative && (
          <Field label={t("rich.alt")} hint={t("rich.altHint")} value={alt} onInput={setAlt} />
        )}
        <label class="check">
          <input
            type="checkbox"
            checked={decorative}
            onChange={(event) => setDecorative(event.currentTarget.checked)}
          />
          <span>{t("rich.decorative")}</span>
        </label>
        <div class="actions">
          <Button submit>{t("rich.describe")}</Button>
          <Button kind="quiet" icon="image" onClick={() => setRetouching(true)}>
            {t("rich.retouch")}
          </Button>
        </div>
      </Form>
    </div>
  );
}
