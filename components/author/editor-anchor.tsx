import { useLayoutEffect, useRef } from "preact/hooks";
import { type Lamp, lampOf } from "../../lib/anchor/lamp.ts";
import { isInRow } from "../../lib/draft/row-intent.ts";
import { changeStep } from "../../lib/draft/steps.ts";
import type { Anchor } from "../../lib/model/anchor.ts";
import type { Step } from "../../lib/model/guide.ts";
import { languageName } from "../console/language-name.ts";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { AnchorRow } from "./editor-anchor-row.tsx";
import type { EditorPage } from "./editor-page.ts";
import { PageChoice, PageTroubleNotice } from "./editor-page-parts.tsx";
import type { EditorState } from "./editor-state.ts";
import { Picking } from "./picking.tsx";

const TONES: Record<Lamp | "unknown", Tone> = {
  green: "success",
  amber: "warning",
  red: "danger",
  unknown: "neutral",
};

/** What a step points at, and how surely it will be found again; its author can point at something else. */
export function StepAnchor(props: {
  state: EditorState;
  step: Step;
  page: EditorPage;
  onOpenOptions: () => void;
}) {
  const { t } = useI18n();
  const { state, step, page } = props;
  const { anchor } = step;
  const busy = page.busy.value;
  const change = (next: Anchor | undefined) =>
    state.edit((guide) => changeStep(guide, step.id, { anchor: next }));
  const point = () => void page.point(state, step);
  const picking = busy?.what === "pick" && busy.step === step.id;
  const place = useFocusAfter(picking);
  if (picking) {
    return (
      <Picking
        legend={t("editor.anchor.point")}
        model={page}
        lead={
          <p role="status">
            {t(page.beside ? "editor.anchor.picking" : "editor.anchor.pickingThere")}
          </p>
        }
      />
    );
  }
  return (
    <div ref={place} class="stack">
      {anchor ? <Pointed anchor={anchor} /> : <p class="muted">{t("editor.anchor.none")}</p>}
      {anchor && isInRow(anchor) && (
        <AnchorRow key={step.id} step={step.id} anchor={anchor} page={page} onChange={change} />
      )}
      <PageChoice page={page} />
      <PageTroubleNotice
        what="pick"
        step={step.id}
        page={page}
        onOpenOptions={props.onOpenOptions}
        onRetry={point}
      />
      <div class="actions">
        <Button icon="target" disabled={busy !== null} onClick={point}>
          {t(anchor ? "editor.anchor.point" : "editor.anchor.pointFirst")}
        </Button>
        {anchor && (
          <Button kind="quiet" icon="close" onClick={() => change(undefined)}>
            {t("editor.anchor.remove")}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Who has pointed is asked which row they mean, or is back where they began. */
function useFocusAfter(picking: boolean) {
  const place = useRef<HTMLDivElement>(null);
  const was = useRef(picking);
  useLayoutEffect(() => {
    if (was.current && !picking) {
      place.current?.querySelector<HTMLElement>("input:checked, .actions button")?.focus();
    }
    was.current = picking;
  }, [picking]);
  return place;
}

function Pointed({ anchor }: { anchor: Anchor }) {
  const { t, wanted } = useI18n();
  const [first] = anchor.samples;
  const { tag = "", role, name, text } = first?.fingerprint ?? {};
  const called = name || text;
  const what = role ?? tag;
  const lamp = bestLamp(anchor);
  const languages = [...new Set(anchor.samples.flatMap(({ lang }) => lang ?? []))];
  return (
    <div class="row-text" aria-live="polite">
      <span class="row-title">
        {called
          ? t("editor.anchor.is", { tag: what, name: called })
          : t("editor.anchor.nameless", { tag: what })}
      </span>
      <span class="row-note">
        <Badge tone={TONES[lamp]}>{t(`editor.anchor.${lamp}`)}</Badge>
        <span>{t("editor.anchor.samples", { count: anchor.samples.length })}</span>
        {languages.length > 0 && (
          <span>
            {t("editor.anchor.languages", {
              languages: languages.map((tag) => languageName(tag, wanted)).join(", "),
            })}
          </span>
        )}
      </span>
      {lamp === "red" && <p class="muted small">{t("editor.anchor.redHint")}</p>}
      {lamp === "amber" && <p class="muted small">{t("editor.anchor.amberHint")}</p>}
    </div>
  );
}

function bestLamp({ samples, row }: Anchor): Lamp | "unknown" {
  const lamps = samples.flatMap(({ rarity }) => (rarity ? [lampOf(rarity, row)] : []));
  return (["green", "amber", "red"] as const).find((lamp) => lamps.includes(lamp)) ?? "unknown";
}
