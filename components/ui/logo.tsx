/** The trail marker of the brand. */
export function Logo({ size = 24 }: { size?: number }) {
  return (
    <svg class="logo" viewBox="0 0 128 128" width={size} height={size} aria-hidden="true">
      <rect class="logo-ground" width="128" height="128" rx="30" />
      <path class="logo-post" d="M58 24h12v84H58z" />
      <path class="logo-sign" d="M26 34h54l22 17-22 17H26a4 4 0 0 1-4-4V38a4 4 0 0 1 4-4z" />
      <path class="logo-back" d="M98 76H58L46 86l12 10h40a3 3 0 0 0 3-3V79a3 3 0 0 0-3-3z" />
    </svg>
  );
}
