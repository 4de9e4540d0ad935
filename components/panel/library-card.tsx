import type { HowToEntry } from "../../lib/message/protocol.ts";
import { Card } from "../ui/card.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Library } from "./library.tsx";
import type { ListedModel } from "./listed-model.ts";

/** How-tos: those for this page first, by categories, and found by words. */
export function LibraryCard(props: { model: ListedModel; howTos: readonly HowToEntry[] }) {
  const { t } = useI18n();
  const isEmpty = props.howTos.length === 0;
  return (
    <Card title={t("panel.howTo.title")} {...(isEmpty && { lead: t("panel.howTo.empty") })}>
      {isEmpty ? <p class="muted">{t("panel.howTo.emptyHint")}</p> : <Library {...props} />}
    </Card>
  );
}
