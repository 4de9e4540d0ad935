import { BarHead, BarNotes, BarsFrame } from "./bars-frame.tsx";

export interface AmountRow {
  key: string;
  title: string;
  /** The part, in words, beside the title. */
  figure: string;
  /** Of `whole`. */
  part: number;
  whole: number;
  note: string;
}

/** Amounts as bars under each other, all on one scale: the warning part of each within its whole. */
export function AmountChart(props: {
  title: string;
  description: string;
  rows: readonly AmountRow[];
}) {
  const most = Math.max(1, ...props.rows.map(({ whole }) => whole));
  const width = (amount: number) => `${(amount / most) * 100}%`;
  return (
    <BarsFrame title={props.title} description={props.description}>
      {props.rows.map((row) => (
        <div key={row.key} class="funnel-step">
          <BarHead title={row.title}>
            <strong>{row.figure}</strong>
          </BarHead>
          <svg class="funnel-bar" width="100%" height="16" aria-hidden="true">
            <rect class="fill-plot-soft" width={width(row.whole)} height="16" rx="3" />
            <rect class="fill-warning" width={width(row.part)} height="16" rx="3" />
          </svg>
          <BarNotes notes={[{ text: row.note }]} />
        </div>
      ))}
    </BarsFrame>
  );
}
