import { useId } from "preact/hooks";
import { useI18n } from "../ui/i18n.tsx";
import { countTicks, labelled, linear } from "./scale.ts";
import { useWidth } from "./use-width.ts";

export interface ColumnDatum {
  key: string;
  label: string;
  value: number;
}

const HEIGHT = 220;
const TOP = 12;
const BOTTOM = 26;
const LABEL_WIDTH = 72;

/** Counts by day, or by something else that has an order, as columns. The column under the pointer is told to `onPoint`, null when it leaves. */
export function ColumnChart(props: {
  title: string;
  description: string;
  data: readonly ColumnDatum[];
  pointed: number | null;
  onPoint: (index: number | null) => void;
  /** In px; what is needed for each label. */
  labelWidth?: number;
}) {
  const { number } = useI18n();
  const id = useId();
  const [place, width] = useWidth<HTMLDivElement>(640);

  const { data, labelWidth = LABEL_WIDTH } = props;
  const ticks = countTicks(Math.max(0, ...data.map(({ value }) => value)));
  const top = ticks.at(-1) ?? 1;
  const left = 14 + number(top).length * 8;
  const plotWidth = Math.max(1, width - left - 4);
  const plotHeight = HEIGHT - TOP - BOTTOM;
  const y = linear(top, plotHeight);
  const slot = plotWidth / Math.max(1, data.length);
  const column = Math.min(36, Math.max(1, slot * (slot > 6 ? 0.68 : 0.84)));
  const centre = (index: number) => left + slot * (index + 0.5);

  return (
    <div ref={place} class="columns">
      <svg
        role="img"
        aria-labelledby={`${id}-title ${id}-description`}
        width={width}
        height={HEIGHT}
        viewBox={`0 0 ${width} ${HEIGHT}`}
        onPointerMove={(event) => {
          const x = event.clientX - event.currentTarget.getBoundingClientRect().left - left;
          const index = Math.floor(x / slot);
          props.onPoint(index >= 0 && index < data.length ? index : null);
        }}
        onPointerLeave={() => props.onPoint(null)}
      >
        <title id={`${id}-title`}>{props.title}</title>
        <desc id={`${id}-description`}>{props.description}</desc>
        {ticks.map((tick) => {
          const line = TOP + plotHeight - y(tick);
          return (
            <g key={tick}>
              <line class={tick === 0 ? "axis" : "grid"} x1={left} x2={width} y1={line} y2={line} />
              <text class="tick" x={left - 8} y={line} dy="0.32em" text-anchor="end">
                {number(tick)}
              </text>
            </g>
          );
        })}
        {data.map(({ key, value }, index) => (
          <rect
            key={key}
            class={index === props.pointed ? "column column-pointed" : "column"}
            x={centre(index) - column / 2}
            y={TOP + plotHeight - y(value)}
            width={column}
            height={y(value)}
            rx={Math.min(3, column / 3)}
          />
        ))}
        {labelled(data.length, plotWidth, labelWidth).map((index) => (
          <text
            key={data[index]?.key}
            class="tick"
            x={Math.min(Math.max(centre(index), left + 16), width - labelWidth / 2 + 8)}
            y={HEIGHT - 6}
            text-anchor="middle"
          >
            {data[index]?.label}
          </text>
        ))}
      </svg>
    </div>
  );
}
