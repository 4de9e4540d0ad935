/** Whether lines of the page begin at the right. */
export function isRightToLeft(): boolean {
  return getComputedStyle(document.body ?? document.documentElement).direction === "rtl";
}
