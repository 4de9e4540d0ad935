import type * as z from "zod/mini";
import type { Theme } from "../../lib/model/theme.ts";
import { Card } from "../ui/card.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Select } from "../ui/select.tsx";
import { changer, DraftField, NumberField } from "./editor-fields.tsx";
import type { EditorState } from "./editor-state.ts";

type Look = z.infer<typeof Theme>;

/** How the guide looks, as far as it is not as its workspace says. */
export function EditorLook({ state }: { state: EditorState }) {
  const { t } = useI18n();
  const { theme = {} } = state.guide.value;
  const change = changer(state);
  const set = <K extends keyof Look>(part: K, value: Look[K] | undefined) => {
    const { [part]: _, ...others } = theme;
    const next = value === undefined ? others : { ...others, [part]: value };
    change({ theme: Object.keys(next).length > 0 ? next : undefined }, `theme ${part}`);
  };
  const unset = { value: "" as const, label: t("editor.settings.byWorkspace") };
  return (
    <Card title={t("editor.settings.look")}>
      <div class="form">
        <DraftField
          label={t("editor.settings.accent")}
          hint={t("editor.settings.accentHint")}
          value={theme.accent}
          read={(text) => (/^#[0-9a-f]{6}$/i.test(text) ? text : null)}
          wrong={t("editor.settings.accentWrong")}
          onChange={(accent) => set("accent", accent)}
        />
        <NumberField
          label={t("editor.settings.radius")}
          hint={t("editor.settings.radiusHint")}
          bounds={[0, 24]}
          value={theme.radius}
          onChange={(radius) => set("radius", radius)}
        />
        <Select
          label={t("editor.settings.font")}
          value={theme.font ?? ""}
          options={[
            unset,
            ...(["own", "host"] as const).map((value) => ({
              value,
              label: t(`editor.settings.font.${value}`),
            })),
          ]}
          onChange={(font) => set("font", font === "" ? undefined : font)}
        />
        <Select
          label={t("editor.settings.scheme")}
          value={theme.scheme ?? ""}
          options={[
            unset,
            ...(["auto", "light", "dark"] as const).map((value) => ({
              value,
              label: t(`editor.settings.scheme.${value}`),
            })),
          ]}
          onChange={(scheme) => set("scheme", scheme === "" ? undefined : scheme)}
        />
      </div>
    </Card>
  );
}
