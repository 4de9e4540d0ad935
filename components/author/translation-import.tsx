import { useSignal } from "@preact/signals";
import type { TranslationProblem } from "../../lib/exchange/translation/fault.ts";
import { readTranslation } from "../../lib/exchange/translation/read-translation.ts";
import {
  type TakenTranslation,
  takeTranslation,
} from "../../lib/exchange/translation/take-translation.ts";
import type { TranslationFile } from "../../lib/exchange/translation/translation-file.ts";
import { FileDrop } from "../ui/file-drop.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import type { EditorState } from "./editor-state.ts";
import { textOfBytes } from "./text-of-bytes.ts";
import { TranslationPreview } from "./translation-preview.tsx";
import { TranslationProblems } from "./translation-problems.tsx";

type Stage =
  | { at: "choose" }
  | { at: "failed"; name: string; problems: readonly TranslationProblem[] }
  | { at: "read"; name: string; file: TranslationFile }
  | { at: "taken" };

/** Of a translated file; the texts of the longest guides have a tenth of it. */
const MOST_BYTES = 8 * 1024 * 1024;

/** A translated file: what it changes is shown before it is taken in. */
export function TranslationImport({ state }: { state: EditorState }) {
  const { t } = useI18n();
  const stage = useSignal<Stage>({ at: "choose" });
  const now = stage.value;
  // The guide may be edited while the author looks at what would change.
  const answer = now.at === "read" ? takeTranslation(state.guide.value, now.file) : null;
  const problems =
    now.at === "failed" ? now.problems : answer && !answer.ok ? [answer.problem] : [];

  const read = async (file: File) => {
    const text = textOfBytes(new Uint8Array(await file.arrayBuffer()));
    const result = text === null ? null : readTranslation(text);
    if (result?.ok) stage.value = { at: "read", name: file.name, file: result.file };
    else {
      const told = result?.problems ?? [{ fault: "letters" as const, near: "" }];
      stage.value = { at: "failed", name: file.name, problems: told };
    }
  };
  const take = (taken: TakenTranslation, language: string) => {
    state.edit(() => ({ ok: true, guide: taken.guide, lost: [] }));
    state.speak(language);
    stage.value = { at: "taken" };
  };
  return (
    <div class="stack">
      <FileDrop
        icon="download"
        label={t("translate.drop")}
        most={MOST_BYTES}
        onFile={(file) => void read(file)}
      />
      {problems.length > 0 && "name" in now && (
        <Notice tone="danger" title={t("translate.failed", { file: now.name })} live>
          <TranslationProblems problems={problems} />
        </Notice>
      )}
      {now.at === "read" && answer?.ok && (
        <TranslationPreview
          taken={answer.taken}
          guide={state.guide.value}
          language={now.file.to}
          onTake={() => take(answer.taken, now.file.to)}
          onCancel={() => (stage.value = { at: "choose" })}
        />
      )}
      <p role="status">{now.at === "taken" && t("translate.taken")}</p>
    </div>
  );
}
