import { BarsFrame } from "./bars-frame.tsx";

export interface RangeRow {
  key: string;
  title: string;
  /** Beside the title. */
  figure: string;
  /** Where the bar begins and ends, of the chart's `whole`. */
  from: number;
  to: number;
  tone: "plot" | "plot-soft" | "warning";
  notes?: readonly string[];
}

/** Bars under each other on one axis from 0 to `whole`, each from somewhere to somewhere: a waterfall on its side. */
export function RangeChart(props: {
  title: string;
  description: string;
  whole: number;
  rows: readonly RangeRow[];
}) {
  const share = (value: number) => (props.whole > 0 ? (value / props.whole) * 100 : 0);
  return (
    <BarsFrame title={props.title} description={props.description}>
      {props.rows.map(({ key, title, figure, from, to, tone, notes = [] }) => (
        <div key={key} class="range-row">
          <p class="range-title">{title}</p>
          <p class="range-figure numeric">{figure}</p>
          <svg class="range-bar" width="100%" height="18" aria-hidden="true">
            <rect class="meter-track" width="100%" height="18" rx="4" opacity="0.45" />
            {from !== to && (
              <rect
                class={`fill-${tone}`}
                x={`${share(Math.min(from, to))}%`}
                width={`${Math.max(0.4, share(Math.abs(to - from)))}%`}
                height="18"
                rx="3"
              />
            )}
          </svg>
          {notes.length > 0 && <p class="range-notes muted small">{notes.join(" · ")}</p>}
        </div>
      ))}
    </BarsFrame>
  );
}
