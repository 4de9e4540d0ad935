/** How far something has come: `done` of `of`. The text says it too, in `text`. */
export function Meter(props: { label: string; text: string; done: number; of: number }) {
  const share = props.of > 0 ? Math.min(1, props.done / props.of) : 0;
  return (
    <div
      class="meter"
      role="progressbar"
      aria-label={props.label}
      aria-valuemin={0}
      aria-valuemax={props.of}
      aria-valuenow={props.done}
      aria-valuetext={props.text}
    >
      <svg width="100%" height="6" aria-hidden="true">
        <rect class="meter-track" width="100%" height="6" rx="3" />
        <rect class="meter-fill" width={`${share * 100}%`} height="6" rx="3" />
      </svg>
    </div>
  );
}
