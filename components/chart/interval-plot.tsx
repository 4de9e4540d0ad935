import { useI18n } from "../ui/i18n.tsx";
import { BarsFrame } from "./bars-frame.tsx";
import { logScale } from "./log-scale.ts";

export interface Interval {
  key: string;
  label: string;
  value: number;
  low: number;
  high: number;
  /** The value in words, beside its dot. */
  figure: string;
}

/** Where values stand, from 0 to 1. */
export interface IntervalAxis {
  place(value: number): number;
  ticks: readonly number[];
  /** The tick that stands out. */
  origin: number;
  write(tick: number): string;
}

/** Part of the width that is left free at both ends, for dots and labels. */
const INSET = 0.03;

/**
 * Values as dots with their intervals, under each other on one axis. Without `axis` they are ratios, on a logarithmic one
 * with a line at 1, "no difference".
 */
export function IntervalPlot(props: {
  title: string;
  description: string;
  intervals: readonly Interval[];
  axis?: IntervalAxis;
}) {
  const { number } = useI18n();
  const { intervals } = props;
  const ratios = () => {
    const scale = logScale(
      Math.min(...intervals.map(({ low }) => low)),
      Math.max(...intervals.map(({ high }) => high)),
    );
    return { ...scale, origin: 1, write: number };
  };
  const { place, ticks, origin, write } = props.axis ?? ratios();
  const x = (value: number) => `${(INSET + place(value) * (1 - 2 * INSET)) * 100}%`;
  return (
    <BarsFrame title={props.title} description={props.description}>
      {intervals.map(({ key, label, value, low, high, figure }) => (
        <div key={key} class="interval-row">
          <p class="interval-label">{label}</p>
          <svg class="interval" aria-hidden="true">
            {ticks.map((tick) => (
              <line
                key={tick}
                class={tick === origin ? "axis" : "grid"}
                x1={x(tick)}
                x2={x(tick)}
                y1="0"
                y2="100%"
              />
            ))}
            <line class="interval-line" x1={x(low)} x2={x(high)} y1="50%" y2="50%" />
            <circle class="interval-dot" cx={x(value)} cy="50%" r="5" />
          </svg>
          <p class="interval-figure numeric">{figure}</p>
        </div>
      ))}
      <div class="interval-row">
        <span />
        <svg class="interval" aria-hidden="true">
          {ticks.map((tick) => (
            <text key={tick} class="tick" x={x(tick)} y="14" text-anchor="middle">
              {write(tick)}
            </text>
          ))}
        </svg>
        <span />
      </div>
    </BarsFrame>
  );
}
