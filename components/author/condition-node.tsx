import type { ComponentChildren } from "preact";
import { GROUP_LIMIT, type Group, type Path, replaceAt } from "../../lib/draft/condition-tree.ts";
import type { Condition } from "../../lib/model/condition.ts";
import { useI18n } from "../ui/i18n.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { AddCondition } from "./condition-add.tsx";
import { type Building, keyOf } from "./condition-building.ts";
import { LeafFields } from "./condition-leaf.tsx";
import { useChoices } from "./condition-names.ts";
import { sentenceOf } from "./condition-sentence.ts";
import { ConditionTools } from "./condition-tools.tsx";

interface NodeProps {
  building: Building;
  condition: Condition;
  path: Path;
}

/** A condition with everything in it, as an item of a list. */
export function ConditionNode({ building, condition, path }: NodeProps) {
  switch (condition.type) {
    case "all":
    case "any":
      return <GroupNode building={building} group={condition} path={path} />;
    case "not":
      return <NotNode building={building} condition={condition} path={path} />;
    default: {
      const change = (leaf: Condition) => building.change(replaceAt(building.root, path, leaf));
      return (
        <li class="builder-node">
          <Head building={building} condition={condition} path={path} plain={false}>
            <LeafFields leaf={condition} result={building.result} onChange={change} />
          </Head>
        </li>
      );
    }
  }
}

function GroupNode({ building, group, path }: Omit<NodeProps, "condition"> & { group: Group }) {
  const { t } = useI18n();
  const choose = (type: Group["type"]) =>
    building.change(replaceAt(building.root, path, { ...group, type }));
  return (
    <li class="builder-node builder-group">
      <Head building={building} condition={group} path={path} plain={true}>
        <Segmented
          label={t("build.group")}
          value={group.type}
          options={(["all", "any"] as const).map((value) => ({
            value,
            label: t(`build.${value}`),
          }))}
          onChange={choose}
        />
        {path.length > 0 && (
          <AddCondition
            path={path}
            types={building.types}
            full={group.of.length >= GROUP_LIMIT}
            onAdd={(type) => building.add(path, type)}
          />
        )}
      </Head>
      <ul class="builder-list">
        {group.of.map((part, at) => (
          <ConditionNode key={at} building={building} condition={part} path={[...path, at]} />
        ))}
      </ul>
    </li>
  );
}

function NotNode(props: NodeProps & { condition: Extract<Condition, { type: "not" }> }) {
  const { building, condition, path } = props;
  return (
    <li class="builder-node builder-group">
      <Head building={building} condition={condition} path={path} plain={true} />
      <ul class="builder-list">
        <ConditionNode building={building} condition={condition.of} path={[...path, 0]} />
      </ul>
    </li>
  );
}

/** The line that opens a condition, and what can be done to it when it is open. */
function Head(
  props: NodeProps & {
    /** Only its heading, because its parts stand below. */
    plain: boolean;
    children?: ComponentChildren;
  },
) {
  const { t, language } = useI18n();
  const choices = useChoices();
  const { building, condition, path } = props;
  const sentence = sentenceOf(condition, choices, { t, language });
  const key = keyOf(path);
  const open = building.open === key;
  const title =
    props.plain &&
    (condition.type === "all" || condition.type === "any" || condition.type === "not")
      ? t(`build.${condition.type}`)
      : sentence;
  return (
    <>
      <button
        type="button"
        class="builder-head"
        aria-expanded={open}
        data-tool={`${key} head`}
        onClick={() => building.toggle(path)}
      >
        <span>{title}</span>
        <span class="builder-edit">{t(open ? "build.close" : "build.edit")}</span>
      </button>
      {open && (
        <fieldset class="builder-open" aria-label={`${t("build.edit")}: ${sentence}`}>
          {props.children}
          <ConditionTools building={building} condition={condition} path={path} />
        </fieldset>
      )}
    </>
  );
}
