import {
  conditionAt,
  moveAt,
  type Path,
  unwrapAt,
  wrapAt,
} from "../../lib/draft/condition-tree.ts";
import type { Condition } from "../../lib/model/condition.ts";
import { useI18n } from "../ui/i18n.tsx";
import { type Building, keyOf } from "./condition-building.ts";

/** What can be done to a condition besides what it says. */
export function ConditionTools(props: { building: Building; condition: Condition; path: Path }) {
  const { t } = useI18n();
  const { building, condition, path } = props;
  const { root } = building;
  const up = moveAt(root, path, "up");
  const down = moveAt(root, path, "down");
  const isWrapped =
    condition.type === "all" || condition.type === "any" || condition.type === "not";
  const loose = isWrapped ? unwrapAt(root, path) : null;
  const isLast = building.required && conditionAt(root, []) !== undefined && onlyLeaf(root, path);
  const tool = (name: string, label: string, act: () => void, may = true) => (
    <button
      type="button"
      class="button button-quiet"
      data-tool={`${keyOf(path)} ${name}`}
      disabled={!may}
      onClick={act}
    >
      {label}
    </button>
  );
  const at = (changed: Condition) => ({ condition: changed, path });
  return (
    <div class="actions builder-tools">
      {path.length > 0 && tool("up", t("build.up"), () => building.place(up, "up"), up !== null)}
      {path.length > 0 &&
        tool("down", t("build.down"), () => building.place(down, "down"), down !== null)}
      {condition.type !== "not" &&
        tool("not", t("build.negate"), () => building.place(at(wrapAt(root, path, "not"))))}
      {tool("wrap", t("build.wrap"), () => building.place(at(wrapAt(root, path, "all"))))}
      {loose && tool("unwrap", t("build.unwrap"), () => building.place(at(loose)))}
      {!isLast && tool("remove", t("build.remove"), () => building.remove(path))}
    </div>
  );
}

/** Nothing would be left without it. */
function onlyLeaf(root: Condition, path: Path): boolean {
  return path.every((_, depth) => {
    const above = conditionAt(root, path.slice(0, depth));
    return above?.type === "not" || (above !== undefined && "of" in above && above.of.length === 1);
  });
}
