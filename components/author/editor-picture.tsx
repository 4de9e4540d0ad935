import type { Step } from "../../lib/model/guide.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { EditorPage } from "./editor-page.ts";
import { PageChoice, PageTroubleNotice } from "./editor-page-parts.tsx";
import type { EditorState } from "./editor-state.ts";

/** A picture of the page as it is now, in the place of the step's own or below its text. */
export function StepPicture(props: {
  state: EditorState;
  step: Step;
  page: EditorPage;
  /** Nothing else beside it says which page is meant. */
  choice: boolean;
  onOpenOptions: () => void;
}) {
  const { t } = useI18n();
  const { state, step, page } = props;
  const busy = page.busy.value;
  const has = Object.values(step.body).some((text) => text.some(({ type }) => type === "image"));
  const take = (outlined: boolean) => void page.picture(state, step, outlined);
  return (
    <div class="stack">
      <p class="muted">{t(step.anchor ? "editor.picture.hint" : "editor.picture.hintPlain")}</p>
      {props.choice && <PageChoice page={page} />}
      <PageTroubleNotice
        what="picture"
        step={step.id}
        page={page}
        onOpenOptions={props.onOpenOptions}
        onRetry={() => take(true)}
        onWhole={() => take(false)}
      />
      <div class="actions">
        <Button
          icon="image"
          busy={busy?.what === "picture"}
          disabled={busy?.what === "pick"}
          onClick={() => take(true)}
        >
          {t(has ? "editor.picture.again" : "editor.picture.take")}
        </Button>
      </div>
    </div>
  );
}
