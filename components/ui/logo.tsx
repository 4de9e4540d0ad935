/** The trail marker of the brand. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg class="logo" viewBox="0 0 128 128" width={size} height={size} aria-hidden="true">
      <rect class="logo-ground" width="128" height="128" rx="28" />
      <path class="logo-post" d="M56 14h16v100H56z" />
      <path class="logo-sign" d="M20 24h68l26 20-26 20H20a4 4 0 0 1-4-4V28a4 4 0 0 1 4-4z" />
      <path class="logo-back" d="M104 72H48L32 86l16 14h56a4 4 0 0 0 4-4V76a4 4 0 0 0-4-4z" />
    </svg>
  );
}
