/** Whether what an element is selected by is the same the next time: what apps count has another number then. */
export function isLasting(selector: string): boolean {
  return !/\d/.test(selector);
}
