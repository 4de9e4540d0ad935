import { rowName, withRow } from "../../lib/draft/row-intent.ts";
import type { Anchor, RowIntent } from "../../lib/model/anchor.ts";
import { useI18n } from "../ui/i18n.tsx";
import { Segmented } from "../ui/segmented.tsx";
import type { EditorPage } from "./editor-page.ts";

/** Which row of a list or table is meant: one demonstration cannot tell. */
export function AnchorRow(props: {
  step: string;
  anchor: Anchor;
  page: EditorPage;
  onChange: (anchor: Anchor) => void;
}) {
  const { t } = useI18n();
  const { anchor } = props;
  const known = props.page.rows.value;
  const samples = known && [known.sample, ...Object.values(known.rows)];
  // Not any more once another element was pointed at, or that was taken back.
  const taken =
    known?.step === props.step && anchor.samples.some((one) => samples?.includes(one))
      ? known
      : null;
  const name = taken ? taken.rows.this.fingerprint.row?.key : rowName(anchor);
  const rows: { value: RowIntent | "exact"; label: string }[] = [
    { value: "exact", label: t("editor.anchor.row.exact") },
    ...(name === undefined
      ? []
      : [{ value: "this" as const, label: t("editor.anchor.row.this", { name }) }]),
    { value: "first", label: t("editor.anchor.row.first") },
    { value: "chosen", label: t("editor.anchor.row.chosen") },
  ];
  return (
    <div class="stack">
      <Segmented
        label={t("editor.anchor.row")}
        value={anchor.row ?? "exact"}
        options={rows}
        onChange={(row) =>
          props.onChange(withRow(anchor, row === "exact" ? undefined : row, taken ?? undefined))
        }
      />
      <p class="muted small">
        {t(name === undefined ? "editor.anchor.row.unnamed" : "editor.anchor.row.hint")}
      </p>
    </div>
  );
}
