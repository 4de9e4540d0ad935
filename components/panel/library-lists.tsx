import { useSignal } from "@preact/signals";
import { useId } from "preact/hooks";
import type { HowToEntry } from "../../lib/message/protocol.ts";
import { useI18n } from "../ui/i18n.tsx";
import { LibraryRow } from "./library-row.tsx";
import type { Shelf } from "./library-shelves.ts";
import type { Found, LibraryView } from "./library-view.ts";
import type { ListedModel } from "./listed-model.ts";

/** What there is, shelf by shelf, or what was found, the best first. One how-to is open at a time. */
export function LibraryLists({ model, view }: { model: ListedModel; view: LibraryView }) {
  const open = useSignal<string | null>(null);
  const toggle = ({ guide, usedAt }: HowToEntry) => {
    open.value = open.value === guide ? null : guide;
    if (usedAt === null && open.value === guide) void model.open(guide);
  };
  const row = (entry: HowToEntry, found?: Found) => (
    <li key={entry.guide} class="how-to">
      <LibraryRow
        model={model}
        entry={entry}
        found={found}
        open={open.value === entry.guide}
        onToggle={() => toggle(entry)}
      />
    </li>
  );
  if (view.found) {
    return <ul class="rows">{view.found.map((found) => row(found.entry, found))}</ul>;
  }
  return (
    <>
      {view.shelves?.map((shelf) => (
        <ShelfList key={`${shelf.of} ${shelf.name}`} shelf={shelf} row={row} />
      ))}
    </>
  );
}

const HEADINGS = {
  here: "panel.howTo.here",
  lately: "panel.howTo.lately",
  rest: "panel.howTo.rest",
} as const;

function ShelfList({ shelf, row }: { shelf: Shelf; row: (entry: HowToEntry) => unknown }) {
  const { t } = useI18n();
  const id = useId();
  const { of, name, entries } = shelf;
  const heading = of === "category" ? name : of === "all" ? null : t(HEADINGS[of]);
  return (
    <div class="shelf">
      {heading !== null && (
        <p class="shelf-title" id={id}>
          {heading}
        </p>
      )}
      <ul class="rows" aria-labelledby={heading === null ? undefined : id}>
        {entries.map((entry) => row(entry))}
      </ul>
    </div>
  );
}
