import { useId, useState } from "preact/hooks";
import type { LeafType } from "../../lib/draft/condition-form.ts";
import type { Path } from "../../lib/draft/condition-tree.ts";
import { useI18n } from "../ui/i18n.tsx";

/** One more condition at a place. A kind is chosen first and added then, so that arrow keys add nothing. */
export function AddCondition(props: {
  path: Path;
  types: readonly LeafType[];
  full: boolean;
  onAdd: (type: LeafType) => void;
}) {
  const { t } = useI18n();
  const id = useId();
  const [type, setType] = useState<LeafType>(props.types[0] ?? "page");
  if (props.full) return <p class="field-hint">{t("build.full")}</p>;
  const nested = props.path.length > 0;
  return (
    <div class="builder-add">
      <label class="visually-hidden" for={id}>
        {t(nested ? "build.addHere" : "build.add")}
      </label>
      <select
        id={id}
        class="input select"
        value={type}
        onChange={(event) => {
          const chosen = props.types.find((one) => one === event.currentTarget.value);
          if (chosen) setType(chosen);
        }}
      >
        {props.types.map((one) => (
          <option key={one} value={one} selected={one === type}>
            {t(`build.kind.${one}`)}
          </option>
        ))}
      </select>
      <button
        type="button"
        class="button button-secondary"
        data-tool={`at-${props.path.join("-")} add`}
        onClick={() => props.onAdd(type)}
      >
        {t(nested ? "build.addHere" : "build.add")}
      </button>
    </div>
  );
}
