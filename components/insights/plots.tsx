/** Small pictures of a value. What they show stands beside them in words, and as figures in the details. */

/** Days or periods, oldest first, as a strip of marks: filled where something was done. `title` says the essence. */
export function Strip({ title, marks }: { title: string; marks: readonly boolean[] }) {
  const slot = 10;
  return (
    <svg
      class="insight-strip"
      role="img"
      aria-label={title}
      viewBox={`0 0 ${Math.max(1, marks.length) * slot} 14`}
      preserveAspectRatio="none"
    >
      <title>{title}</title>
      {marks.map((isOn, at) => (
        <rect
          key={at}
          class={isOn ? "fill-plot" : "meter-track"}
          x={at * slot + 1}
          y={isOn ? 0 : 9}
          width={slot - 2}
          height={isOn ? 14 : 5}
          rx="1.5"
        />
      ))}
    </svg>
  );
}

/** Stages in a row: those behind, the one somebody is at, those ahead. */
export function StageBar(props: { title: string; done: number; of: number; isStuck?: boolean }) {
  const slot = 100 / Math.max(1, props.of);
  const toneOf = (stage: number) => {
    if (stage < props.done) return "fill-plot";
    if (stage > props.done) return "meter-track";
    return props.isStuck ? "fill-warning" : "fill-plot-soft";
  };
  return (
    <svg class="insight-stages" role="img" aria-label={props.title} height="8">
      <title>{props.title}</title>
      {Array.from({ length: props.of }, (_, stage) => (
        <rect
          key={stage}
          class={toneOf(stage)}
          x={`${stage * slot + (stage > 0 ? 0.6 : 0)}%`}
          width={`${slot - (stage > 0 ? 0.6 : 0)}%`}
          height="8"
          rx="3"
        />
      ))}
    </svg>
  );
}

const WEEKS = { height: 44, slot: 20, least: 6 };

/** Uses a week as columns, the newest last and strong, with a line at the usual week. */
export function Weeks(props: {
  title: string;
  weeks: readonly number[];
  baseline: number | null;
  isLess: boolean;
}) {
  const { weeks, baseline } = props;
  const top = Math.max(1, baseline ?? 0, ...weeks);
  const y = (value: number) => 2 + (WEEKS.height - 4) * (1 - value / top);
  const width = Math.max(WEEKS.least, weeks.length) * WEEKS.slot;
  const left = width - weeks.length * WEEKS.slot;
  return (
    <svg
      class="insight-weeks"
      role="img"
      aria-label={props.title}
      viewBox={`0 0 ${width} ${WEEKS.height}`}
      preserveAspectRatio="none"
    >
      <title>{props.title}</title>
      {weeks.map((uses, at) => {
        const isLast = at === weeks.length - 1;
        const tone = isLast ? (props.isLess ? "fill-warning" : "fill-plot") : "fill-plot-soft";
        const height = Math.max(1, WEEKS.height - 2 - y(uses));
        return (
          <rect
            key={at}
            class={tone}
            x={left + at * WEEKS.slot + 2}
            y={WEEKS.height - 2 - height}
            width={WEEKS.slot - 4}
            height={height}
            rx="2"
          />
        );
      })}
      {baseline !== null && (
        <line class="insight-usual" x1={left} x2={width} y1={y(baseline)} y2={y(baseline)} />
      )}
    </svg>
  );
}
