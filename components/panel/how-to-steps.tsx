import { useRef } from "preact/hooks";
import type { HowToEntry } from "../../lib/message/protocol.ts";
import { localize } from "../../lib/model/locale.ts";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { AuthoredText } from "./authored-text.tsx";
import { AuthoredTitle } from "./authored-title.tsx";
import type { ListedModel } from "./listed-model.ts";

/** The steps of a how-to: what to do, where it is on the page, and what is done already. */
export function HowToSteps({ model, entry }: { model: ListedModel; entry: HowToEntry }) {
  const { t } = useI18n();
  const place = useRef<HTMLDivElement>(null);
  const { guide, steps } = entry;
  const tick = async (step: string) => {
    await model.tick(guide, step);
    // The button that had the focus went with what was to do.
    const left = [...(place.current?.querySelectorAll("li") ?? [])];
    const at = left.findIndex(({ id }) => id === `${guide}/${step}`);
    const next = [...left.slice(at + 1), ...left.slice(0, at)]
      .map((item) => item.querySelector<HTMLElement>(".tick button"))
      .find((button) => button !== null);
    (next ?? place.current?.querySelector<HTMLElement>(".again button"))?.focus();
  };
  return (
    <div ref={place}>
      <ol class="steps">
        {steps.map((step) => (
          <li key={step.id} id={`${guide}/${step.id}`} data-done={step.done}>
            <Step model={model} entry={entry} step={step} onTick={() => void tick(step.id)} />
          </li>
        ))}
      </ol>
      {steps.some(({ done }) => done) && (
        <div class="actions again">
          <Button kind="quiet" icon="refresh" onClick={() => void model.restart(guide)}>
            {t("panel.howTo.again")}
          </Button>
        </div>
      )}
    </div>
  );
}

interface StepProps {
  model: ListedModel;
  entry: HowToEntry;
  step: HowToEntry["steps"][number];
  onTick: () => void;
}

function Step({ model, entry, step, onTick }: StepProps) {
  const { t, wanted } = useI18n();
  const { guide, pictures } = entry;
  const title = localize(step.title, wanted);
  const shown = entry.pointing?.step === step.id;
  return (
    <>
      <p class="row-title">
        <AuthoredTitle text={step.title} />{" "}
        {step.done && (
          <Badge tone="success" icon="check">
            {t("panel.howTo.done")}
          </Badge>
        )}
      </p>
      <AuthoredText text={step.body} pictures={{ sizes: pictures, address: model.picture }} />
      <div class="actions">
        {step.points && (
          <Button
            icon={shown ? "stop" : "search"}
            label={shown ? undefined : t("panel.howTo.showLabel", { step: title })}
            onClick={() => void (shown ? model.stop(guide) : model.point(guide, step.id))}
          >
            {t(shown ? "panel.howTo.hide" : "panel.howTo.show")}
          </Button>
        )}
        {!step.done && (
          <span class="tick">
            <Button
              icon="check"
              label={t("panel.howTo.tickLabel", { step: title })}
              onClick={onTick}
            >
              {t("panel.howTo.tick")}
            </Button>
          </span>
        )}
      </div>
      <p class="muted small" role="status">
        <Sight entry={entry} step={step.id} />
      </p>
    </>
  );
}

/** What has become of pointing at a step, in words. */
function Sight({ entry, step }: { entry: HowToEntry; step: string }) {
  const { t } = useI18n();
  const { pointing, fitsPage, where } = entry;
  if (pointing?.step !== step) return null;
  switch (pointing.state) {
    case "looking":
      return <>{t("panel.howTo.looking")}</>;
    case "shown":
      return <>{t("panel.howTo.shown")}</>;
    case "missing":
      return (
        <>{fitsPage || !where ? t("panel.howTo.missing") : t("panel.howTo.open", { where })}</>
      );
  }
}
