import { useSignal } from "@preact/signals";
import type { GuideExplanation } from "../../lib/message/protocol.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Toast } from "../ui/toast.tsx";
import { whyReport } from "./why-report.ts";
import { namesOf, whyText } from "./why-text.ts";

const TONES: Record<GuideExplanation["verdict"], Tone> = {
  running: "accent",
  next: "success",
  waits: "warning",
  stopped: "neutral",
};

/** For each guide of the page why it shows, or the first thing that stops it. */
export function WhyCard({ guides }: { guides: readonly GuideExplanation[] }) {
  const words = useI18n();
  const { t } = words;
  const told = useSignal<string | null>(null);
  const nameOf = namesOf(guides, words);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(whyReport(guides, words));
      told.value = t("why.copied");
    } catch {
      told.value = t("why.copyFailed");
    }
  };
  return (
    <Card
      title={t("why.title")}
      lead={t("why.lead")}
      aside={
        guides.length > 0 && (
          <Button icon="copy" onClick={() => void copy()}>
            {t("why.copy")}
          </Button>
        )
      }
    >
      {guides.length === 0 ? (
        <EmptyState title={t("why.empty")} hint={t("why.emptyHint")} />
      ) : (
        <ul class="rows">
          {guides.map((guide) => (
            <li key={guide.guide} class="signal">
              <div class="signal-line">
                <p class="row-title">{nameOf(guide.guide)}</p>
                <Badge tone={TONES[guide.verdict]}>{t(`why.verdict.${guide.verdict}`)}</Badge>
              </div>
              <p class="muted small why-text">{whyText(guide, words, nameOf)}</p>
            </li>
          ))}
        </ul>
      )}
      <Toast text={told.value} onClose={() => (told.value = null)} />
    </Card>
  );
}
