import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { TagMove } from "../../lib/model/tagging.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";

const KEYS: Readonly<Record<string, TagMove>> = {
  ArrowUp: "outer",
  ArrowDown: "inner",
  ArrowRight: "next",
  ArrowLeft: "previous",
};
const MOVES: readonly TagMove[] = ["previous", "next", "outer", "inner"];

export interface PickingProps {
  /** For who hears the group. */
  legend: string;
  model: { move(to: TagMove): void; take(): void; endPicking(): void };
  /** There is nothing to take yet. */
  empty?: boolean;
  /** What is said above the hint about keys, and below it. */
  lead: ComponentChildren;
  children?: ComponentChildren;
}

/** While an author points at an element of the page: keys and buttons for who uses no pointer. */
export function Picking({ legend, model, empty = false, lead, children }: PickingProps) {
  const { t } = useI18n();
  const place = useRef<HTMLFieldSetElement>(null);
  useEffect(() => place.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent) => {
    const to = KEYS[event.key];
    if (to) model.move(to);
    else if (event.key === "Escape") model.endPicking();
    else if (event.key === "Enter" && event.target === place.current) model.take();
    else return;
    event.preventDefault();
  };
  return (
    <fieldset ref={place} class="picking" tabIndex={-1} onKeyDown={onKeyDown}>
      <legend class="visually-hidden">{legend}</legend>
      {lead}
      <p class="muted small">{t("tag.pickingKeys")}</p>
      {children}
      <div class="actions">
        {MOVES.map((to) => (
          <Button key={to} onClick={() => model.move(to)}>
            {t(`tag.${to}`)}
          </Button>
        ))}
      </div>
      <div class="actions">
        <Button kind="primary" disabled={empty} onClick={model.take}>
          {t("tag.take")}
        </Button>
        <Button onClick={model.endPicking}>{t("tag.endPicking")}</Button>
      </div>
    </fieldset>
  );
}
