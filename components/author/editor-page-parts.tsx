import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { Select } from "../ui/select.tsx";
import type { EditorPage, OpenPage, PageWork } from "./editor-page.ts";

/** Which of the open pages is meant; beside a page it is that one. */
export function PageChoice({ page }: { page: EditorPage }) {
  const { t } = useI18n();
  const { pages, chosen } = page;
  const [only, another] = pages.value;
  if (page.beside || !only) return null;
  if (!another) {
    return <p class="muted small">{t("editor.page.only", { page: nameOf(only) })}</p>;
  }
  return (
    <Select
      label={t("editor.page")}
      value={String(chosen.value?.tab ?? "")}
      options={pages.value.map((one) => ({ value: String(one.tab), label: nameOf(one) }))}
      onChange={(tab) => page.choose(Number(tab))}
    />
  );
}

function nameOf({ title, url }: OpenPage): string {
  return `${title} (${URL.parse(url)?.host ?? url})`;
}

export interface PageTroubleProps extends PageWork {
  page: EditorPage;
  onOpenOptions: () => void;
  /** Takes the picture without an outline. */
  onWhole?: () => void;
  onRetry: () => void;
}

/** Why nothing came of what was asked of the page, and what can be done. */
export function PageTroubleNotice(props: PageTroubleProps) {
  const { t } = useI18n();
  const trouble = props.page.trouble.value;
  if (trouble?.what !== props.what || trouble.step !== props.step) return null;
  const { code, detail } = trouble;
  const unseen = code === "no-page";
  const lost = code === "absent" || code === "ambiguous";
  return (
    <Notice tone="warning" live>
      <p>{t(unseen && props.page.beside ? "editor.page.no-page-beside" : `editor.page.${code}`)}</p>
      {detail && (
        <p class="muted small" lang="en">
          {detail}
        </p>
      )}
      <div class="actions">
        {unseen ? (
          <Button onClick={props.onOpenOptions}>{t("panel.noSite.action")}</Button>
        ) : (
          <Button onClick={props.onRetry}>
            {t(code === "denied" ? "editor.page.allow" : "editor.page.retry")}
          </Button>
        )}
        {lost && props.onWhole && (
          <Button onClick={props.onWhole}>{t("editor.picture.whole")}</Button>
        )}
      </div>
    </Notice>
  );
}
