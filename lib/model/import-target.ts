/** What a step of an imported guide pointed at in its source: looked up in the live page once, and then forgotten. */
export interface ImportTarget {
  step: string;
  /** Where it stood in the source, such as `steps[3].element`. */
  path: string;
  /** CSS, or with a prefix `xpath/`, `text/`, `aria/` or `pierce/`; ` >>> ` leads into a shadow root. */
  selector: string;
  /** Further ways in which the source names it, the best first. */
  others?: readonly string[];
  /** The title was made of the selector, and is told anew of the element. */
  retell?: boolean;
  /** The page where it was: origin, path and fragment. */
  url?: string;
  /** What leads on once the step points at this. */
  advance?: "click" | "input";
}
