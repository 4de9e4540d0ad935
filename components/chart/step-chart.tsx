import { useI18n } from "../ui/i18n.tsx";
import { PlotFrame, Ticks } from "./plot-frame.tsx";
import { countTicks } from "./scale.ts";
import { useWidth } from "./use-width.ts";

export interface StepCurve {
  key: string;
  look: "plain" | "soft";
  /** Where it rises, and to which share, in order. */
  steps: readonly (readonly [at: number, share: number])[];
}

const HEIGHT = 240;
const TOP = 12;
const BOTTOM = 40;
const LEFT = 48;

/** Shares from 0 to 1 that rise in steps. */
export function StepChart(props: {
  title: string;
  description: string;
  /** Under the axis. */
  unit: string;
  curves: readonly StepCurve[];
}) {
  const { number, percent } = useI18n();
  const [place, width] = useWidth<HTMLDivElement>(640);
  const ends = props.curves.flatMap(({ steps }) => steps.map(([at]) => at));
  const ticks = countTicks(Math.max(1, ...ends), width < 420 ? 3 : 6);
  const most = ticks.at(-1) ?? 1;
  const plotHeight = HEIGHT - TOP - BOTTOM;
  const x = (at: number) => LEFT + (at / most) * (width - LEFT - 16);
  const y = (share: number) => TOP + plotHeight * (1 - share);
  const path = (steps: StepCurve["steps"]) =>
    `M${x(0)} ${y(0)}${steps.map(([at, share]) => `H${x(at)}V${y(share)}`).join("")}H${x(most)}`;
  return (
    <PlotFrame
      title={props.title}
      description={props.description}
      place={place}
      width={width}
      height={HEIGHT}
    >
      <Ticks ticks={[0, 0.25, 0.5, 0.75, 1]} left={LEFT} width={width} y={y} write={percent} />
      {props.curves.map(({ key, look, steps }) => (
        <path key={key} class={`line line-${look}`} d={path(steps)} />
      ))}
      {ticks.map((tick) => (
        <text key={tick} class="tick" x={x(tick)} y={HEIGHT - BOTTOM + 18} text-anchor="middle">
          {number(tick)}
        </text>
      ))}
      <text class="tick" x={width - 16} y={HEIGHT - 4} text-anchor="end">
        {props.unit}
      </text>
    </PlotFrame>
  );
}
