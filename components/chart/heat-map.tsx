import type { ComponentChildren } from "preact";
import { type Column, Table } from "../ui/table.tsx";

/** One field of a heat map; null in its place: there is nothing to tell. */
export interface HeatCell {
  /** 0 to 1: how strong the colour is. Null: too little is known for one. */
  share: number | null;
  text: string;
  /** A second, smaller line. */
  note?: string;
}

/** Shares as fields of a table, the stronger the darker. Each field says its figure, so that colour is never needed. */
export function HeatMap(props: {
  title: string;
  /** The first is above the labels of the rows. */
  columns: readonly Column[];
  rows: readonly { key: string; label: ComponentChildren; cells: readonly (HeatCell | null)[] }[];
}) {
  return (
    <div class="heat-map">
      <Table
        sticky
        caption={props.title}
        columns={props.columns}
        rows={props.rows.map(({ key, label, cells }) => ({
          key,
          cells: [label, ...cells.map((cell) => cell && <Field {...cell} />)],
        }))}
      />
    </div>
  );
}

function Field({ share, text, note }: HeatCell) {
  return (
    <span class="heat-cell">
      <svg aria-hidden="true">
        {share !== null && (
          <rect class="heat" width="100%" height="100%" rx="4" fill-opacity={share} />
        )}
      </svg>
      <span class={share === null ? "heat-words muted" : "heat-words"}>
        {text}
        {note && <small>{note}</small>}
      </span>
    </span>
  );
}
