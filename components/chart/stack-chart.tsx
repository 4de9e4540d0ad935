import { BarHead, type BarNote, BarNotes, BarsFrame } from "./bars-frame.tsx";
import { Sparkline } from "./sparkline.tsx";

export interface StackRow {
  key: string;
  title: string;
  /** Beside the title. */
  figure: string;
  /** Counts that together are the whole bar, in the order of the tones. */
  parts: readonly { tone: "plot" | "plot-soft" | "warning"; count: number }[];
  /** How the first part's share went, oldest first, and what that says in words; null: nothing to show. */
  trend: { title: string; values: readonly number[] } | null;
  notes: readonly BarNote[];
}

/** Parts of a whole as one bar for each row, every bar of the same length, with the course of time beside it. */
export function StackChart(props: {
  title: string;
  description: string;
  rows: readonly StackRow[];
}) {
  return (
    <BarsFrame title={props.title} description={props.description}>
      {props.rows.map((row) => (
        <div key={row.key} class="stack-row">
          <BarHead title={row.title}>
            <strong>{row.figure}</strong>
          </BarHead>
          <Bar parts={row.parts} />
          {row.trend ? <Sparkline {...row.trend} /> : <span />}
          <BarNotes notes={row.notes} />
        </div>
      ))}
    </BarsFrame>
  );
}

/** In px: between two parts, so that they are told apart without colour too. */
const GAP = 2;

function Bar({ parts }: Pick<StackRow, "parts">) {
  const whole = parts.reduce((sum, { count }) => sum + count, 0);
  let before = 0;
  return (
    <svg class="stack-bar" width="100%" height="16" aria-hidden="true">
      <rect class="meter-track" width="100%" height="16" rx="3" opacity="0.45" />
      {parts
        .filter(({ count }) => count > 0)
        .map(({ tone, count }) => {
          const x = (before / whole) * 100;
          before += count;
          return (
            <rect
              key={tone}
              class={`fill-${tone}`}
              x={`${x}%`}
              style={{ width: `calc(${(count / whole) * 100}% - ${before < whole ? GAP : 0}px)` }}
              height="16"
              rx="3"
            />
          );
        })}
    </svg>
  );
}
