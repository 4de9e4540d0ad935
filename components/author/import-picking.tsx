import { useEffect, useRef } from "preact/hooks";
import type { TagMove } from "../../lib/model/tagging.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { ImportModel } from "./import-state.ts";

const KEYS: Readonly<Record<string, TagMove>> = {
  ArrowUp: "outer",
  ArrowDown: "inner",
  ArrowRight: "next",
  ArrowLeft: "previous",
};
const MOVES: readonly TagMove[] = ["previous", "next", "outer", "inner"];

/** While an author points at the element of a step; keys and buttons for who uses no pointer. */
export function ImportPicking({ model }: { model: ImportModel }) {
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
      <legend class="visually-hidden">{t("import.point")}</legend>
      <p role="status">{t("import.picking")}</p>
      <p class="muted small">{t("tag.pickingKeys")}</p>
      <div class="actions">
        {MOVES.map((to) => (
          <Button key={to} onClick={() => model.move(to)}>
            {t(`tag.${to}`)}
          </Button>
        ))}
      </div>
      <div class="actions">
        <Button kind="primary" onClick={model.take}>
          {t("tag.take")}
        </Button>
        <Button onClick={model.endPicking}>{t("tag.endPicking")}</Button>
      </div>
    </fieldset>
  );
}
