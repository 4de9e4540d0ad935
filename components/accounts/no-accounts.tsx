import { NO_QUERY, writeAddress } from "../console/address.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { useI18n } from "../ui/i18n.tsx";

/** There is no account yet: where they come from. */
export function NoAccounts() {
  const { t } = useI18n();
  return (
    <EmptyState title={t("accounts.empty")} hint={t("accounts.emptyHint")}>
      <a
        class="button button-primary"
        href={writeAddress({ section: "import", id: null, query: NO_QUERY })}
      >
        {t("accounts.import")}
      </a>
    </EmptyState>
  );
}
