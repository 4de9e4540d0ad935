import { useId } from "preact/hooks";
import { useI18n } from "../ui/i18n.tsx";
import { changer } from "./editor-fields.tsx";
import type { EditorState } from "./editor-state.ts";

/** From when until when people may get the guide, in the author's own time. */
export function EditorSchedule({ state }: { state: EditorState }) {
  const { t } = useI18n();
  const { schedule = {} } = state.guide.value;
  const change = changer(state);
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const set = (part: "from" | "until", at: number | undefined) => {
    const { [part]: _, ...others } = schedule;
    const next = at === undefined ? others : { ...others, [part]: at };
    change({ schedule: Object.keys(next).length > 0 ? next : undefined }, part);
  };
  return (
    <div class="field">
      <div class="schedule">
        {(["from", "until"] as const).map((part) => (
          <DateTime
            key={part}
            label={t(`editor.settings.${part}`)}
            value={schedule[part]}
            onChange={(at) => set(part, at)}
          />
        ))}
      </div>
      <p class="field-hint">{t("editor.settings.zone", { zone })}</p>
    </div>
  );
}

/** Epoch ms as a local date and time. */
function DateTime(props: {
  label: string;
  value: number | undefined;
  onChange: (value: number | undefined) => void;
}) {
  const id = useId();
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {props.label}
      </label>
      <input
        id={id}
        type="datetime-local"
        class="input"
        value={props.value === undefined ? "" : localText(props.value)}
        onChange={(event) => {
          const text = event.currentTarget.value;
          const at = new Date(text).getTime();
          props.onChange(text === "" || Number.isNaN(at) || at < 0 ? undefined : at);
        }}
      />
    </div>
  );
}

function localText(ms: number): string {
  const date = new Date(ms);
  const two = (value: number) => String(value).padStart(2, "0");
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
