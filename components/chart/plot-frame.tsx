import type { ComponentChildren, RefObject } from "preact";
import { useId } from "preact/hooks";

/** A drawn plot in its real size: one picture for assistive technology, told by its title and description. */
export function PlotFrame(props: {
  title: string;
  description: string;
  /** Of `useWidth`. */
  place: RefObject<HTMLDivElement | null>;
  width: number;
  height: number;
  /** Where the pointer is, in px from the left edge; null: it has left. */
  onPointer?: (x: number | null) => void;
  children: ComponentChildren;
}) {
  const id = useId();
  const { width, height, onPointer } = props;
  return (
    <div ref={props.place} class="columns">
      <svg
        role="img"
        aria-labelledby={`${id}-title ${id}-description`}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        onPointerMove={
          onPointer &&
          ((event) => onPointer(event.clientX - event.currentTarget.getBoundingClientRect().left))
        }
        onPointerLeave={onPointer && (() => onPointer(null))}
      >
        <title id={`${id}-title`}>{props.title}</title>
        <desc id={`${id}-description`}>{props.description}</desc>
        {props.children}
      </svg>
    </div>
  );
}

/** Lines across a plot with their values at the left; the lowest is the axis. */
export function Ticks<V extends number>(props: {
  ticks: readonly V[];
  left: number;
  width: number;
  y: (tick: V) => number;
  write: (tick: V) => string;
}) {
  const { ticks, left, width, y, write } = props;
  return (
    <>
      {ticks.map((tick, at) => (
        <g key={tick}>
          <line class={at === 0 ? "axis" : "grid"} x1={left} x2={width} y1={y(tick)} y2={y(tick)} />
          <text class="tick" x={left - 8} y={y(tick)} dy="0.32em" text-anchor="end">
            {write(tick)}
          </text>
        </g>
      ))}
    </>
  );
}
