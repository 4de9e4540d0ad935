import { useLayoutEffect, useRef } from "preact/hooks";
import { labelOf } from "../../lib/anchor/label-of.ts";
import { localize } from "../../lib/model/locale.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { ImportPicking } from "./import-picking.tsx";
import type { AskedTarget, ImportModel, ImportStage } from "./import-state.ts";

type State = NonNullable<AskedTarget["lookup"]>["outcome"] | "notLooked" | "differ";

const TONES: Record<State, Tone> = {
  exact: "success",
  part: "accent",
  differ: "warning",
  missing: "neutral",
  hidden: "warning",
  unsure: "warning",
  invalid: "danger",
  notLooked: "neutral",
};

/** What an imported guide points at, one step after the other, each shown in the page until its author has decided. */
export function ImportConfirm(props: {
  model: ImportModel;
  stage: Extract<ImportStage, { at: "confirm" }>;
}) {
  const { t } = useI18n();
  const { model, stage } = props;
  const busy = model.busy.value;
  const { open, total } = stage.record;
  return (
    <div class="stack">
      <div class="group">
        <h3>{t("import.confirm")}</h3>
        <p class="muted">{t("import.confirmLead")}</p>
        <p role="status">
          {busy === "look" ? t("import.looking") : t("import.left", { count: open.length, total })}
        </p>
      </div>
      {busy === "pick" ? (
        <ImportPicking model={model} />
      ) : (
        <ul class="rows import-targets">
          {model.asked.value.map((asked) => (
            <Row key={asked.target.step} model={model} asked={asked} />
          ))}
        </ul>
      )}
      <div class="actions">
        <Button icon="refresh" busy={busy === "look"} onClick={() => void model.look()}>
          {t("import.lookAgain")}
        </Button>
        <Button kind="quiet" onClick={model.restart}>
          {t("import.later")}
        </Button>
      </div>
    </div>
  );
}

function stateOf({ lookup }: AskedTarget): State {
  if (!lookup) return "notLooked";
  return "differ" in lookup && lookup.differ ? "differ" : lookup.outcome;
}

function Row({ model, asked }: { model: ImportModel; asked: AskedTarget }) {
  const { t, wanted } = useI18n();
  const { step } = asked.target;
  const isCurrent = model.current.value === step;
  const title = localize(asked.title, wanted);
  const state = stateOf(asked);
  return (
    <li class={isCurrent ? "import-target import-current" : "import-target"}>
      <button
        type="button"
        class="import-step"
        aria-expanded={isCurrent}
        onClick={() => void model.select(step)}
      >
        <span class="import-number">{asked.number}</span>
        <span class="import-title">
          <span>{title}</span> <Badge tone={TONES[state]}>{t(`import.${state}`)}</Badge>
        </span>
      </button>
      {isCurrent && <Question model={model} asked={asked} title={title} />}
    </li>
  );
}

function Question(props: { model: ImportModel; asked: AskedTarget; title: string }) {
  const { t } = useI18n();
  const { model, asked, title } = props;
  const { target, lookup } = asked;
  const place = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => place.current?.querySelector("button")?.focus(), []);
  const found = lookup && "sample" in lookup ? lookup : undefined;
  const busy = model.busy.value === "decide";
  return (
    <div ref={place} class="import-question">
      {found && <p>{t("import.here", { element: labelOf(found.sample.fingerprint) })}</p>}
      <How asked={asked} />
      {model.problem.value === "alike" && (
        <Notice tone="warning" live>
          <p>{t("import.tooAlike")}</p>
        </Notice>
      )}
      <p class="muted small import-selector">{t("import.source", { selector: target.selector })}</p>
      <div class="actions">
        {found && (
          <Button
            kind="primary"
            busy={busy}
            label={t("import.acceptLabel", { step: title })}
            onClick={() => void model.accept(target.step)}
          >
            {t("import.accept")}
          </Button>
        )}
        <Button onClick={() => void model.point(target.step)}>
          {t(found ? "import.point" : "import.pointNew")}
        </Button>
        <Button
          kind="quiet"
          label={t("import.skipLabel", { step: title })}
          onClick={() => void model.skip(target.step)}
        >
          {t("import.skip")}
        </Button>
      </div>
    </div>
  );
}

/** What to look at before saying yes, or what to do where nothing was found. */
function How({ asked: { target, lookup } }: { asked: AskedTarget }) {
  const { t } = useI18n();
  if (!lookup) return null;
  const text =
    lookup.outcome === "missing" && target.url
      ? t("import.missingAt", { url: target.url })
      : lookup.outcome === "exact"
        ? lookup.differ && t("import.differHow")
        : t(`import.${lookup.outcome}How`);
  return text ? <p class="muted">{text}</p> : null;
}
