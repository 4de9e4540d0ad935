import { Button } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { Asked, LibraryView } from "./library-view.ts";

/** How many were found, said and seen; nothing where everything stands. */
export function Outcome({ view }: { view: LibraryView }) {
  const { t } = useI18n();
  const { found, all, count, searching } = view;
  return (
    <p class="muted small" role="status">
      {searching && t("panel.howTo.searching")}
      {found &&
        !searching &&
        count > 0 &&
        t(all ? "panel.howTo.found" : "panel.howTo.foundSome", { count })}
    </p>
  );
}

/** Nothing was found: for what, and what to do. */
export function NothingFound(props: {
  asked: Asked;
  /** Other categories have it. */
  elsewhere: boolean;
  onClear: () => void;
  onEverywhere: () => void;
}) {
  const { t } = useI18n();
  const { typed, category } = props.asked;
  const hint =
    props.elsewhere && category !== null
      ? t("panel.howTo.noneInCategory", { category })
      : t("panel.howTo.noneFoundHint");
  return (
    <EmptyState title={t("panel.howTo.noneFound", { words: typed.trim() })} hint={hint}>
      {props.elsewhere && (
        <Button onClick={props.onEverywhere}>{t("panel.howTo.everywhere")}</Button>
      )}
      <Button icon="close" onClick={props.onClear}>
        {t("panel.howTo.clear")}
      </Button>
    </EmptyState>
  );
}
