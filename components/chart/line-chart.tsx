import { PlotFrame, Ticks } from "./plot-frame.tsx";
import { labelled } from "./scale.ts";
import { shareScale } from "./share-scale.ts";
import { useWidth } from "./use-width.ts";

export interface Line {
  key: string;
  /** How it is told from the others without colour: by its dashes and dots. */
  look: "plain" | "soft";
  /** Null: nothing is known there. */
  values: readonly (number | null)[];
}

const HEIGHT = 240;
const TOP = 12;
const BOTTOM = 26;
const LABEL_WIDTH = 84;

/** Values over periods as lines with dots, with lines across at what is aimed at. The axis need not begin at 0. */
export function LineChart(props: {
  title: string;
  description: string;
  labels: readonly string[];
  lines: readonly Line[];
  targets?: readonly { key: string; label: string; value: number }[];
  write: (value: number) => string;
  /** Values that the axis shows in any case. */
  around?: readonly number[];
}) {
  const [place, width] = useWidth<HTMLDivElement>(640);
  const { labels, lines, targets = [], write } = props;
  const known = lines.flatMap(({ values }) => values.flatMap((value) => value ?? []));
  const scale = shareScale([
    ...known,
    ...targets.map(({ value }) => value),
    ...(props.around ?? []),
    ...(known.length === 0 ? [0, 1] : []),
  ]);
  const left = 14 + Math.max(...scale.ticks.map((tick) => write(tick).length)) * 7;
  const plotWidth = Math.max(1, width - left - 14);
  const plotHeight = HEIGHT - TOP - BOTTOM;
  const y = (value: number) => TOP + plotHeight * (1 - scale.place(value));
  const x = (at: number) => left + ((at + 0.5) * plotWidth) / Math.max(1, labels.length);
  return (
    <PlotFrame
      title={props.title}
      description={props.description}
      place={place}
      width={width}
      height={HEIGHT}
    >
      <Ticks ticks={scale.ticks} left={left} width={width} y={y} write={write} />
      {targets.map(({ key, value }) => (
        <line key={key} class="target-line" x1={left} x2={width} y1={y(value)} y2={y(value)} />
      ))}
      {lines.map(({ key, look, values }) => (
        <g key={key}>
          {stretches(values).map((stretch) => (
            <polyline
              key={stretch[0]?.[0]}
              class={`line line-${look}`}
              points={stretch.map(([at, value]) => `${x(at)},${y(value)}`).join(" ")}
            />
          ))}
          {values.map(
            (value, at) =>
              value !== null && (
                <circle
                  key={labels[at]}
                  class={`line-dot line-dot-${look}`}
                  cx={x(at)}
                  cy={y(value)}
                  r="3.5"
                />
              ),
          )}
        </g>
      ))}
      {targets.map(({ key, label, value }) => (
        <text key={key} class="target-label" x={width} y={y(value) - 4} text-anchor="end">
          {label}
        </text>
      ))}
      {labelled(labels.length, plotWidth, LABEL_WIDTH).map((at) => (
        <text key={labels[at]} class="tick" x={x(at)} y={HEIGHT - 6} text-anchor="middle">
          {labels[at]}
        </text>
      ))}
    </PlotFrame>
  );
}

/** Neighbours that are known, with their places. */
function stretches(values: readonly (number | null)[]): [at: number, value: number][][] {
  const found: [number, number][][] = [];
  values.forEach((value, at) => {
    if (value === null) return;
    const open = found.at(-1);
    if (open && open.at(-1)?.[0] === at - 1) open.push([at, value]);
    else found.push([[at, value]]);
  });
  return found;
}

/** A line as it is drawn, for a legend. */
export function LineSample({
  look,
  children,
}: {
  look: Line["look"] | "target";
  children: string;
}) {
  return (
    <span class="legend-item">
      <svg width="22" height="10" aria-hidden="true">
        <line
          class={look === "target" ? "target-line" : `line line-${look}`}
          x1="0"
          x2="22"
          y1="5"
          y2="5"
        />
      </svg>
      {children}
    </span>
  );
}
