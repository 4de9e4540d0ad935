import type { ComponentChildren } from "preact";
import { Button } from "../ui/button.tsx";
import type { SettingsDraft } from "./settings-draft.ts";

/** Saves what was changed, or lets go of it. */
export function DraftSaving(props: {
  draft: Pick<SettingsDraft<unknown>, "changed" | "busy" | "save" | "discard">;
  /** When it was saved last, and by whom. */
  note: string;
  labels: { save: string; discard: string };
  /** Other buttons. */
  children?: ComponentChildren;
}) {
  const { draft, labels } = props;
  return (
    <div class="filter">
      <p class="muted small">{props.note}</p>
      <div class="actions">
        {props.children}
        <Button disabled={!draft.changed.value} onClick={draft.discard}>
          {labels.discard}
        </Button>
        <Button
          kind="primary"
          disabled={!draft.changed.value}
          busy={draft.busy.value}
          onClick={() => void draft.save()}
        >
          {labels.save}
        </Button>
      </div>
    </div>
  );
}
