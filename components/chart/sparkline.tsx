import { linePoints } from "./scale.ts";

const SIZE = { width: 112, height: 28, inset: 3 };

/** The shape of a series at a glance; its figures are told elsewhere. `title` says the essence in words. */
export function Sparkline({ title, values }: { title: string; values: readonly number[] }) {
  const points = linePoints(values, SIZE);
  const line = points.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(" ");
  const last = points.at(-1);
  const floor = SIZE.height - SIZE.inset;
  return (
    <svg class="sparkline" role="img" aria-label={title} width={SIZE.width} height={SIZE.height}>
      <title>{title}</title>
      {points.length > 1 && (
        <polygon
          class="spark-area"
          points={`${SIZE.inset},${floor} ${line} ${last?.[0]},${floor}`}
        />
      )}
      <polyline class="spark-line" points={line} />
      {last && <circle class="spark-end" cx={last[0]} cy={last[1]} r="2.5" />}
    </svg>
  );
}
