import { type Lamp, lampOf } from "../../lib/anchor/lamp.ts";
import { changeStep } from "../../lib/draft/steps.ts";
import { type Anchor, RowIntent } from "../../lib/model/anchor.ts";
import type { Step } from "../../lib/model/guide.ts";
import { languageName } from "../console/language-name.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import type { EditorState } from "./editor-state.ts";

const TONES: Record<Lamp | "unknown", Tone> = {
  green: "success",
  amber: "warning",
  red: "danger",
  unknown: "neutral",
};

/** What a step points at, and how surely it will be found again. */
export function StepAnchor({ state, step }: { state: EditorState; step: Step }) {
  const { t, wanted } = useI18n();
  const { anchor } = step;
  if (!anchor) return <p class="muted">{t("editor.anchor.none")}</p>;
  const [first] = anchor.samples;
  const { tag = "", role, name, text } = first?.fingerprint ?? {};
  const called = name || text;
  const what = role ?? tag;
  const lamp = bestLamp(anchor);
  const languages = [...new Set(anchor.samples.flatMap(({ lang }) => lang ?? []))];
  const rows = anchor.samples.some(({ fingerprint }) => fingerprint.row);
  const change = (next: Anchor | undefined) =>
    state.edit((guide) => changeStep(guide, step.id, { anchor: next }));
  return (
    <div class="stack">
      <div class="row-text">
        <span class="row-title">
          {called
            ? t("editor.anchor.is", { tag: what, name: called })
            : t("editor.anchor.nameless", { tag: what })}
        </span>
        <span class="row-note">
          <Badge tone={TONES[lamp]}>{t(`editor.anchor.${lamp}`)}</Badge>
          <span>{t("editor.anchor.samples", { count: anchor.samples.length })}</span>
          {languages.length > 0 && (
            <span>
              {t("editor.anchor.languages", {
                languages: languages.map((tag) => languageName(tag, wanted)).join(", "),
              })}
            </span>
          )}
        </span>
        {lamp === "red" && <p class="muted small">{t("editor.anchor.redHint")}</p>}
      </div>
      {rows && (
        <Select
          label={t("editor.anchor.row")}
          value={anchor.row ?? ""}
          options={[
            { value: "", label: t("editor.anchor.row.exact") },
            ...RowIntent.options.map((value) => ({
              value,
              label: t(`editor.anchor.row.${value}`),
            })),
          ]}
          onChange={(row) => {
            const { row: _, ...rest } = anchor;
            change(row === "" ? rest : { ...rest, row });
          }}
        />
      )}
      <div class="actions">
        <Button kind="quiet" icon="close" onClick={() => change(undefined)}>
          {t("editor.anchor.remove")}
        </Button>
      </div>
    </div>
  );
}

function bestLamp({ samples }: Anchor): Lamp | "unknown" {
  const lamps = samples.flatMap(({ rarity }) => (rarity ? [lampOf(rarity)] : []));
  return (["green", "amber", "red"] as const).find((lamp) => lamps.includes(lamp)) ?? "unknown";
}
