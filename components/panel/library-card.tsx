import { useSignal } from "@preact/signals";
import { useEffect, useMemo, useRef } from "preact/hooks";
import type { HowToEntry } from "../../lib/message/protocol.ts";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { SearchField } from "../ui/search-field.tsx";
import { Select } from "../ui/select.tsx";
import { arrowTarget, isSearchKey } from "./library-keys.ts";
import { LibraryLists } from "./library-lists.tsx";
import { createLibraryView, type LibraryView } from "./library-view.ts";
import type { ListedModel } from "./listed-model.ts";

/** More than these are searched rather than looked through. */
const FEW = 5;
/** So many are shown at a time. */
const PAGE = 40;

/** How-tos: those for this page first, by categories, and found by words. */
export function LibraryCard(props: { model: ListedModel; howTos: readonly HowToEntry[] }) {
  const { t, language, wanted } = useI18n();
  const { model, howTos } = props;
  const look = useMemo(createLibraryView, []);
  const typed = useSignal("");
  const category = useSignal<string | null>(null);
  const limit = useSignal(PAGE);
  const place = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);

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

  if (howTos.length === 0) {
    return (
      <Card title={t("panel.howTo.title")} lead={t("panel.howTo.empty")}>
        <p class="muted">{t("panel.howTo.emptyHint")}</p>
      </Card>
    );
  }
  const asked = { typed: typed.value, category: category.value, limit: limit.value };
  const view = look(howTos, asked, { language, wanted });
  const ask = (words: string, within: string | null) => {
    typed.value = words;
    category.value = within;
    limit.value = PAGE;
  };
  const clear = (words: string, within: string | null) => {
    ask(words, within);
    field.current?.focus();
  };
  return (
    <Card title={t("panel.howTo.title")}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys of what is in it, which has roles */}
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
            value={typed.value}
            onInput={(words) => ask(words, category.value)}
          />
        )}
        {howTos.length > FEW && view.categories.length > 1 && (
          <Select
            label={t("panel.howTo.category")}
            value={category.value ?? ""}
            options={[
              { value: "", label: t("panel.howTo.allCategories") },
              ...view.categories.map((name) => ({ value: name, label: name })),
            ]}
            onChange={(name) => ask(typed.value, name === "" ? null : name)}
          />
        )}
        <Outcome view={view} />
        {view.count === 0 ? (
          <EmptyState
            title={t("panel.howTo.noneFound", { words: typed.value.trim() })}
            hint={
              view.elsewhere && category.value !== null
                ? t("panel.howTo.noneInCategory", { category: category.value })
                : t("panel.howTo.noneFoundHint")
            }
          >
            {view.elsewhere && (
              <Button onClick={() => clear(typed.value, null)}>
                {t("panel.howTo.everywhere")}
              </Button>
            )}
            <Button icon="close" onClick={() => clear("", category.value)}>
              {t("panel.howTo.clear")}
            </Button>
          </EmptyState>
        ) : (
          <LibraryLists model={model} view={view} />
        )}
        {view.left > 0 && (
          <div class="actions actions-center">
            <Button kind="quiet" onClick={() => (limit.value += PAGE)}>
              {t("panel.howTo.more", { count: Math.min(PAGE, view.left) })}
            </Button>
          </div>
        )}
      </div>
    </Card>
  );
}

/** How many were found, said and seen; nothing where everything stands. */
function Outcome({ view }: { view: LibraryView }) {
  const { t } = useI18n();
  const { found, all, count } = view;
  return (
    <p class="muted small" role="status">
      {found && count > 0 && t(all ? "panel.howTo.found" : "panel.howTo.foundSome", { count })}
    </p>
  );
}
