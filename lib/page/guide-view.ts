import type { Commands, View } from "../tour/view.ts";
import type { Parts } from "./place.ts";

/** The look of a running guide. It draws what it is given and knows nothing of the page. */
export interface GuideView {
  /** Draws at once; the parts that can be placed, unless there is nothing to show. */
  render(view: View | null): Parts | undefined;
  /** Says to screen readers what is on screen, or of a step they know only what is new. */
  announce(view: View, known: boolean): void;
}

export type CreateGuideView = (container: HTMLElement, commands: Commands) => GuideView;
