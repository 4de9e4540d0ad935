/** What recorded steps are told with in one language. */
export interface Phrases {
  click(how: { button: "left" | "middle" | "right"; double: boolean }, name?: string): string;
  input(name?: string): string;
  choose(option?: string, name?: string): string;
  key(keys: string, name?: string): string;
  drag(name?: string, to?: string): string;
  navigate(page: string, newTab: boolean): string;
  /** Before the value that the author puts in place of `value`. */
  enter: string;
  value: string;
  guide: string;
}
