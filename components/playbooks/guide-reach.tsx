import { useRef, useState } from "preact/hooks";
import { valueForm } from "../../lib/draft/condition-value.ts";
import type { ServerDraft } from "../author/guide-client.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { Select } from "../ui/select.tsx";
import type { ActionForm } from "./form.ts";
import type { PlaybooksModel } from "./model.ts";
import { askedOf, shownValue, withAttribute } from "./reach.ts";

type Told = "asks" | "silent" | "added" | "failed";

/** Shows a guide or survey to an account's people: sets what its audience asks for, or makes it ask (J13). */
export function GuideReach(props: {
  action: ActionForm;
  model: PlaybooksModel;
  onChange: (action: ActionForm) => void;
}) {
  const { t } = useI18n();
  const { action, model } = props;
  const latest = useRef(props);
  latest.current = props;
  /** In the form as it is now: what was typed while a guide was asked for stays. */
  const put = (part: Partial<ActionForm>) =>
    latest.current.onChange({ ...latest.current.action, ...part });
  const { guides } = model.choices.value;
  const [chosen, setChosen] = useState("");
  const wanted = useRef("");
  const [draft, setDraft] = useState<ServerDraft | null>(null);
  const [told, setTold] = useState<Told | null>(null);
  const name = action.name.trim() || `show-${chosen}`.slice(0, 64);

  const choose = async (id: string) => {
    wanted.current = id;
    setChosen(id);
    setTold(null);
    if (id === "") return;
    const read = await model.client.guide(id);
    if (wanted.current !== id) return;
    if (!read.ok) return setTold("failed");
    setDraft(read.value);
    const asked = askedOf(read.value.body.audience);
    if (asked) put({ name: asked.name, value: valueForm(asked.value) });
    setTold(asked ? "asks" : "silent");
  };
  const add = async () => {
    if (!draft) return;
    const value = shownValue(action.value);
    const body = withAttribute(draft.body, { name, value });
    const saved = await model.client.saveGuide(body, draft.revision);
    if (saved.ok) put({ name, value: valueForm(value) });
    setTold(saved.ok ? "added" : "failed");
  };
  if (guides.length === 0) return null;
  return (
    <>
      <Select<string>
        label={t("playbooks.form.guide")}
        value={chosen}
        options={[
          { value: "", label: t("playbooks.form.noGuide") },
          ...guides.map(({ id, name: label }) => ({ value: id, label })),
        ]}
        onChange={(id) => void choose(id)}
      />
      <p class="field-hint">{t("playbooks.form.guideHint")}</p>
      <div role="status">
        {told === "asks" && (
          <p>
            {t("playbooks.form.guideAsks", { name: action.name })}{" "}
            {(draft?.published === null || draft?.changed) && t("playbooks.form.guidePublish")}
          </p>
        )}
        {told === "added" && <p>{t("playbooks.form.guideAdded")}</p>}
        {told === "failed" && <Notice tone="danger" title={t("error.failed")} />}
        {told === "silent" && (
          <Notice tone="warning" title={t("playbooks.form.guideSilent")}>
            <div class="actions">
              <Button onClick={() => void add()}>{t("playbooks.form.guideAdd", { name })}</Button>
            </div>
          </Notice>
        )}
      </div>
    </>
  );
}
