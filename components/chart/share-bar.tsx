/** A part of a whole as a bar. The figure stands beside it in words. */
export function ShareBar({ share }: { share: number }) {
  const width = `${Math.min(1, Math.max(0, share)) * 100}%`;
  return (
    <svg class="share-bar" width="100%" height="8" aria-hidden="true">
      <rect class="meter-track" width="100%" height="8" rx="4" />
      <rect class="fill-plot" width={width} height="8" rx="4" />
    </svg>
  );
}
