import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { HowToEntry } from "../../lib/message/protocol.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { Select } from "../ui/select.tsx";
import { arrowTarget, isSearchKey } from "./library-keys.ts";
import { LibraryLists } from "./library-lists.tsx";
import { NothingFound, Outcome } from "./library-outcome.tsx";
import { type Asked, createLibraryLens } from "./library-view.ts";
import type { ListedModel } from "./listed-model.ts";

/** More than these are searched rather than looked through. */
const FEW = 5;
/** So many are shown at a time. */
const PAGE = 40;
const EVERYTHING: Asked = { typed: "", category: null, limit: PAGE };

export function Library(props: { model: ListedModel; howTos: readonly HowToEntry[] }) {
  const { t, language, wanted } = useI18n();
  const { model, howTos } = props;
  const lens = useMemo(createLibraryLens, []);
  const asked = useSignal(EVERYTHING);
  /** Counts how often all texts had been taken up: what was looked at before is looked at again. */
  const taken = useSignal(0);
  const place = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const { typed, category, limit } = howTos.length > FEW ? asked.value : EVERYTHING;
  void taken.value;
  const view = lens.look(howTos, { typed, category, limit }, { language, wanted });
  const prepare = () => {
    void lens.prepare(howTos, { language, wanted })?.then(() => (taken.value += 1));
  };

  useEffect(() => {
    if (view.searching) prepare();
  }, [view.searching, howTos]);
  useEffect(() => {
    const here = new AbortController();
    const search = (event: KeyboardEvent) => {
      if (!field.current || !isSearchKey(event)) return;
      event.preventDefault();
      field.current.focus();
    };
    document.addEventListener("keydown", search, { signal: here.signal });
    return () => here.abort();
  }, []);

  const ask = (what: Partial<Asked>) => {
    asked.value = { ...asked.value, limit: PAGE, ...what };
  };
  const askAnew = (what: Partial<Asked>) => {
    ask(what);
    field.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of what is in it, which has roles
    <div
      class="library"
      ref={place}
      onKeyDown={(event) => {
        const target = place.current && arrowTarget(place.current, event);
        if (!target) return;
        event.preventDefault();
        target.focus();
      }}
    >
      {howTos.length > FEW && (
        <SearchField
          label={t("panel.howTo.search")}
          clear={t("panel.howTo.clear")}
          shortcut="/"
          field={field}
          value={typed}
          onFocus={prepare}
          onInput={(words) => ask({ typed: words })}
        />
      )}
      {howTos.length > FEW && view.categories.length > 1 && (
        <Select
          label={t("panel.howTo.category")}
          value={category ?? ""}
          options={[
            { value: "", label: t("panel.howTo.allCategories") },
            ...view.categories.map((name) => ({ value: name, label: name })),
          ]}
          onChange={(name) => ask({ category: name === "" ? null : name })}
        />
      )}
      <Outcome view={view} />
      {view.count === 0 && !view.searching ? (
        <NothingFound
          asked={{ typed, category, limit }}
          elsewhere={view.elsewhere}
          onClear={() => askAnew({ typed: "" })}
          onEverywhere={() => askAnew({ category: null })}
        />
      ) : (
        <LibraryLists model={model} view={view} />
      )}
      {view.left > 0 && (
        <div class="actions actions-center">
          <Button kind="quiet" onClick={() => ask({ limit: limit + PAGE })}>
            {t("panel.howTo.more", { count: Math.min(PAGE, view.left) })}
          </Button>
        </div>
      )}
    </div>
  );
}
