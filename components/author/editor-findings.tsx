import type { Finding, Severity } from "../../lib/draft/lint.ts";
import { languageName } from "../console/language-name.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { EditorState } from "./editor-state.ts";
import { mendOf, wordsOf } from "./editor-words.ts";

const TONES: Record<Severity, Tone> = { error: "danger", warning: "warning", hint: "neutral" };
const ORDER: readonly Severity[] = ["error", "warning", "hint"];

/** What there is to be said, the worst first, with what mends it. `onOpen` leads to where it can be mended by hand. */
export function FindingList(props: {
  state: EditorState;
  findings: readonly Finding[];
  onOpen?: (finding: Finding) => void;
}) {
  const i18n = useI18n();
  const { t, wanted } = i18n;
  const { state, onOpen } = props;
  if (props.findings.length === 0) return null;
  const sorted = props.findings.toSorted(
    (a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity),
  );
  return (
    <ul class="findings">
      {sorted.map((finding, index) => (
        <li key={index} class="finding">
          <Badge tone={TONES[finding.severity]}>{t(`editor.check.${finding.severity}`)}</Badge>
          <span class="finding-text">
            {finding.language && (
              <span class="muted">{languageName(finding.language, wanted)}: </span>
            )}
            {wordsOf(i18n, finding)}
          </span>
          <span class="actions">
            {finding.mend && (
              <Button onClick={() => finding.mend && state.edit(finding.mend)}>
                {mendOf(i18n, finding)}
              </Button>
            )}
            {onOpen && (
              <Button kind="quiet" onClick={() => onOpen(finding)}>
                {t("editor.check.open")}
              </Button>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
