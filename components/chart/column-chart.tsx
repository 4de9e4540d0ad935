import { useI18n } from "../ui/i18n.tsx";
import { PlotFrame, Ticks } from "./plot-frame.tsx";
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
    <PlotFrame
      title={props.title}
      description={props.description}
      place={place}
      width={width}
      height={HEIGHT}
      onPointer={(x) => {
        const index = x === null ? -1 : Math.floor((x - left) / slot);
        props.onPoint(index >= 0 && index < data.length ? index : null);
      }}
    >
      <Ticks
        ticks={ticks}
        left={left}
        width={width}
        y={(tick) => TOP + plotHeight - y(tick)}
        write={number}
      />
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
    </PlotFrame>
  );
}
