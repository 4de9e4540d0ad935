import { useEffect, useRef } from "preact/hooks";
import type { TagMove } from "../../lib/model/tagging.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { TaggingModel } from "./tagging.ts";

const KEYS: Readonly<Record<string, TagMove>> = {
  ArrowUp: "outer",
  ArrowDown: "inner",
  ArrowRight: "next",
  ArrowLeft: "previous",
};
const MOVES: readonly TagMove[] = ["previous", "next", "outer", "inner"];

/** While an author points: what they point at, and keys and buttons for who uses no pointer. */
export function TaggingPicker({ model }: { model: TaggingModel }) {
  const { t } = useI18n();
  const place = useRef<HTMLFieldSetElement>(null);
  useEffect(() => place.current?.focus(), []);
  const over = model.over.value;
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
      <legend class="visually-hidden">{t("tag.point")}</legend>
      <p>{t("tag.picking")}</p>
      <p class="muted small">{t("tag.pickingKeys")}</p>
      <p role="status">
        {over ? (
          <>
            <code class="selector">{over.selector}</code>{" "}
            <span class="muted small">{t("tag.matches", { count: over.count })}</span>
          </>
        ) : (
          <span class="muted">{t("tag.overNothing")}</span>
        )}
      </p>
      <div class="actions">
        {MOVES.map((to) => (
          <Button key={to} onClick={() => model.move(to)}>
            {t(`tag.${to}`)}
          </Button>
        ))}
      </div>
      <div class="actions">
        <Button kind="primary" disabled={over === null} onClick={model.take}>
          {t("tag.take")}
        </Button>
        <Button onClick={model.endPicking}>{t("tag.endPicking")}</Button>
      </div>
    </fieldset>
  );
}
