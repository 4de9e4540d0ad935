import type { Labels } from "../../lib/tour/labels.ts";
import type { Commands } from "../../lib/tour/view.ts";

interface AskProps {
  labels: Labels;
  commands: Commands;
}

/** Whether what is outlined is what the step means. */
export function Ask({ labels, commands }: AskProps) {
  return (
    <div class="footer" lang={labels.lang}>
      <b>{labels.isThisIt}</b>
      <span class="buttons">
        <button type="button" class="back" data-command="deny" onClick={commands.deny}>
          {labels.no}
        </button>
        <button type="button" class="next" data-command="confirm" onClick={commands.confirm}>
          {labels.yes}
        </button>
      </span>
    </div>
  );
}
