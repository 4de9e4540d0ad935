import type { ComponentChildren } from "preact";

export interface Column {
  label: string;
  align?: "start" | "end" | "center";
  /** The label may break into lines, for columns that are narrower than their label. */
  wrap?: boolean;
  /** A second, quieter line. */
  note?: string;
}

/** A table that scrolls by itself when it is wider than its place. The first cell of a row names it. */
export function Table(props: {
  caption: string;
  columns: readonly Column[];
  rows: readonly { key: string; cells: readonly ComponentChildren[] }[];
  /** Keeps the first column in sight. */
  sticky?: boolean;
}) {
  const align = (index: number) => `align-${props.columns[index]?.align ?? "start"}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <figure class="table-scroll" tabIndex={0} aria-label={props.caption}>
      <table class={props.sticky ? "table table-sticky" : "table"}>
        <caption class="visually-hidden">{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map((column, index) => (
              <th key={column.label} scope="col" class={align(index)}>
                <span class={column.wrap ? "wrapped" : undefined}>{column.label}</span>
                {column.note && <span class="column-note">{column.note}</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, index) => {
                const Cell = index === 0 ? "th" : "td";
                return (
                  <Cell
                    key={props.columns[index]?.label}
                    scope={index === 0 ? "row" : undefined}
                    class={align(index)}
                  >
                    {cell}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  );
}
