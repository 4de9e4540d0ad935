import { useState } from "preact/hooks";
import type { Playbook } from "../../lib/model/playbook.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import type { PlaybooksTabProps } from "./playbooks-tab.tsx";
import { inactiveIn, READY_IDS, readyIn } from "./ready.ts";

/** Playbooks to begin with, put in with one click. */
export function ReadyCard({ model, go }: PlaybooksTabProps) {
  const i18n = useI18n();
  const { t } = i18n;
  const there = new Set(model.playbooks.value.value?.map(({ id }) => id));
  const left = READY_IDS.filter((id) => !there.has(id)).map((id) => ({
    id,
    body: readyIn(id, i18n),
  }));
  const put = async (id: string, body: Playbook) => {
    const made = await model.add(body, id);
    if (made !== null) go(made);
  };
  return (
    <Card title={t("playbooks.ready")} lead={t("playbooks.readyLead")}>
      {left.length === 0 && <p class="muted">{t("playbooks.allPut")}</p>}
      <ul class="rows">
        {left.map(({ id, body }) => (
          <li key={id} class="row">
            <div class="row-text">
              <span class="row-title">{body.name}</span>
              <span class="row-note">{body.description}</span>
            </div>
            <Button
              icon="plus"
              label={`${t("playbooks.put")}: ${body.name}`}
              onClick={() => void put(id, body)}
            >
              {t("playbooks.put")}
            </Button>
          </li>
        ))}
        <Inactive model={model} onPut={put} />
      </ul>
    </Card>
  );
}

function Inactive(props: {
  model: PlaybooksTabProps["model"];
  onPut: (id: string, body: Playbook) => Promise<void>;
}) {
  const i18n = useI18n();
  const { t } = i18n;
  const { features } = props.model.choices.value;
  const [chosen, setChosen] = useState<string | null>(null);
  const feature = features.find(({ id }) => id === chosen) ?? features[0];
  if (!feature) return null;
  return (
    <li class="row">
      <div class="row-text">
        <span class="row-title">{t("ready.inactive.title")}</span>
        <span class="row-note">{t("ready.inactive.lead")}</span>
        <Select<string>
          label={t("playbooks.forFeature")}
          value={feature.id}
          options={features.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosen}
        />
      </div>
      <Button
        icon="plus"
        label={`${t("playbooks.put")}: ${t("ready.inactive.title")}`}
        onClick={() => void props.onPut(`inactive-${feature.id}`, inactiveIn(feature, i18n))}
      >
        {t("playbooks.put")}
      </Button>
    </li>
  );
}
