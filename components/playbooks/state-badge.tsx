import type { StoredPlaybook } from "../../lib/model/playbook-report.ts";
import { Badge } from "../ui/badge.tsx";
import { useI18n } from "../ui/i18n.tsx";

export function StateBadge({ playbook }: { playbook: Pick<StoredPlaybook, "paused"> }) {
  const { t } = useI18n();
  return playbook.paused ? (
    <Badge icon="pause">{t("playbooks.state.paused")}</Badge>
  ) : (
    <Badge tone="success" icon="play">
      {t("playbooks.state.running")}
    </Badge>
  );
}
