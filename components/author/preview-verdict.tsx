import { isListed } from "../../lib/model/budget-class.ts";
import { whyText } from "../panel/why-text.ts";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import type { PreviewModel } from "./preview-model.ts";

/** Whether the person would get the guide here, and if not, why: Y4 of docs/spec/preview.md. */
export function PreviewVerdict(props: { model: PreviewModel; nameOf: (guide: string) => string }) {
  const words = useI18n();
  const { t } = words;
  const guide = props.model.guide.value;
  const verdict = props.model.verdict.value;
  if (!guide || !verdict) return null;
  const { stoppedBy } = verdict;
  if (verdict.verdict === "not" && stoppedBy) {
    const line = { verdict: "stopped" as const, stoppedBy, run: null };
    const unused = { guide: guide.id, name: guide.name, kind: guide.kind, trace: [], at: 0 };
    return (
      <Notice tone="warning" title={t("preview.not")}>
        <p>{whyText({ ...unused, ...line }, words, props.nameOf)}</p>
        <p class="muted">{t("preview.anyway")}</p>
      </Notice>
    );
  }
  const byHand = guide.trigger.start === "manual" || isListed(guide);
  const gets = byHand ? t("preview.byHand") : t("preview.gets");
  return <p>{verdict.verdict === "waits" ? t("preview.waits") : gets}</p>;
}
