import { useI18n } from "../ui/i18n.tsx";
import { BarHead, type BarNote, BarNotes, BarsFrame } from "./bars-frame.tsx";

export interface FunnelStep {
  key: string;
  title: string;
  /** Of `whole`: who came here. */
  reached: number;
  /** Of those: who went on. */
  passed: number;
  notes: readonly BarNote[];
}

/**
 * Steps as bars under each other, all in proportion to the same whole: the light part came, the dark part went on.
 * Titles are text beside the drawing, so that long ones wrap.
 */
export function FunnelChart(props: {
  title: string;
  description: string;
  whole: number;
  steps: readonly FunnelStep[];
}) {
  const { number, percent } = useI18n();
  const share = (count: number) => (props.whole > 0 ? Math.min(1, count / props.whole) : 0);
  return (
    <BarsFrame title={props.title} description={props.description}>
      {props.steps.map((step) => (
        <div key={step.key} class="funnel-step">
          <BarHead title={step.title}>
            <strong>{number(step.reached)}</strong>
            <span class="muted">{percent(share(step.reached))}</span>
          </BarHead>
          <svg class="funnel-bar" width="100%" height="22" aria-hidden="true">
            <rect class="meter-track" width="100%" height="22" rx="4" opacity="0.45" />
            <rect
              class="fill-plot-soft"
              width={`${share(step.reached) * 100}%`}
              height="22"
              rx="4"
            />
            <rect class="fill-plot" width={`${share(step.passed) * 100}%`} height="22" rx="4" />
          </svg>
          <BarNotes notes={step.notes} />
        </div>
      ))}
    </BarsFrame>
  );
}
