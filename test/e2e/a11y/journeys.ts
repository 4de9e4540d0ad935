import type { Guide } from "../../../lib/model/guide.ts";
import type { Keyboard } from "./keyboard.ts";

/** How a person without a mouse gets through the example of a kind. */
export interface Journey {
  /** What has the focus in the page when the guide comes. */
  from: "#search" | "#report";
  /** A guide that nobody asked for leaves the focus where it is; only a modal cannot. */
  takesFocus?: boolean;
  walk(keys: Keyboard, words: Words): Promise<void>;
  /** What a screen reader says. */
  hears(words: Words): string[];
  /** The last thing that is reported. */
  ends: string;
  /** It is still there then, out of sight. */
  stays?: boolean;
}

/** What the example says, in the person's language. */
export interface Words {
  name: string;
  titles: readonly string[];
  texts: readonly string[];
}

const titles = (words: Words) => [...words.titles];
const whole = (words: Words) => words.titles.map((title, at) => `${title}. ${words.texts[at]}`);
const numbered = ({ titles }: Words) =>
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
    hears: (words) => {
      const [first = "", second = "", third = ""] = numbered(words);
      return [first, second, first, second, third];
    },
    ends: "completed",
  },
  tooltip: {
    from: "#search",
    walk: ({ press }) => press("Shift+Tab", "Enter"),
    hears: titles,
    ends: "completed",
  },
  modal: {
    from: "#search",
    takesFocus: true,
    async walk({ reach, press }) {
      await reach("Got it");
      await press("Enter");
    },
    hears: titles,
    ends: "completed",
  },
  banner: {
    from: "#search",
    async walk({ reach, press }) {
      await reach("Got it");
      await press("Enter");
    },
    hears: titles,
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
    hears: (words) => words.titles.map((title) => `Hint: ${title}`),
    ends: "completed",
  },
  hint: {
    from: "#report",
    async walk({ press, type }) {
      await press("Tab");
      await type("owner:anna");
      await press("Tab");
    },
    hears: whole,
    ends: "completed",
  },
  checklist: {
    from: "#search",
    async walk({ reach, press }, { name }) {
      await reach(name);
      await press("Enter", "Escape", "Space");
      await reach("Not now");
      await press("Enter");
    },
    hears: ({ name, titles }) => [`${name}: 0 of ${titles.length} done`],
    ends: "snoozed",
  },
  confirmation: {
    from: "#search",
    // The person comes to the control, puts the warning away, comes again, and does it all the same.
    walk: ({ press }) => press("Shift+Tab", "Escape", "Tab", "Shift+Tab", "Enter"),
    hears: (words) => [...whole(words), ...whole(words)],
    ends: "step_shown",
    stays: true,
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
