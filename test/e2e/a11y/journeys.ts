import type { Guide } from "../../../lib/model/guide.ts";
import type { Keyboard } from "./keyboard.ts";

/** How a person without a mouse gets through the example of a kind. */
export interface Journey {
  /** What has the focus in the page when the guide comes. */
  from: "#search" | "#report";
  /** A guide that nobody asked for leaves the focus where it is; only a modal cannot. */
  takesFocus?: boolean;
  walk(keys: Keyboard): Promise<void>;
  /** What a screen reader says, of the titles and texts of the steps. */
  hears(titles: readonly string[], texts: readonly string[]): string[];
  /** The last thing that is reported. */
  ends: string;
}

const numbered = (titles: readonly string[]) =>
  titles.map((title, at) => `Step ${at + 1} of ${titles.length}. ${title}`);

export const JOURNEYS: Readonly<Partial<Record<Guide["kind"], Journey>>> = {
  tour: {
    from: "#search",
    async walk({ reach, press }) {
      await reach("Next");
      await press("Enter");
      await reach("Back");
      await press("Enter");
      await reach("Next");
      await press("Enter");
      await reach("Next");
      await press("Space");
      await reach("Done");
      await press("Enter");
    },
    hears: (titles) => {
      const [first = "", second = "", third = ""] = numbered(titles);
      return [first, second, first, second, third];
    },
    ends: "completed",
  },
  tooltip: {
    from: "#search",
    walk: ({ press }) => press("Shift+Tab", "Enter"),
    hears: (titles) => [...titles],
    ends: "completed",
  },
  modal: {
    from: "#search",
    takesFocus: true,
    async walk({ reach, press }) {
      await reach("Got it");
      await press("Enter");
    },
    hears: (titles) => [...titles],
    ends: "completed",
  },
  banner: {
    from: "#search",
    async walk({ reach, press }) {
      await reach("Got it");
      await press("Enter");
    },
    hears: (titles) => [...titles],
    ends: "completed",
  },
  hotspot: {
    from: "#search",
    async walk({ reach, press }) {
      await reach("Hint:");
      await press("Enter", "Escape", "Enter");
      await reach("Got it");
      await press("Enter");
    },
    hears: (titles) => titles.map((title) => `Hint: ${title}`),
    ends: "completed",
  },
  hint: {
    from: "#report",
    async walk({ press, type }) {
      await press("Tab");
      await type("owner:anna");
      await press("Tab");
    },
    hears: (titles, texts) => titles.map((title, at) => `${title}. ${texts[at]}`),
    ends: "completed",
  },
  survey: {
    from: "#search",
    async walk({ reach, press, type }) {
      await reach("0");
      await press("ArrowDown", "ArrowDown", "Enter");
      await reach("Send");
      await press("Shift+Tab", "Space");
      await reach("Send");
      await press("Enter");
      await reach("Send");
      await press("Shift+Tab", "Shift+Tab");
      await type("Exports");
      await reach("Send");
      await press("Enter");
      await reach("Done");
      await press("Enter");
    },
    hears: numbered,
    ends: "completed",
  },
};
