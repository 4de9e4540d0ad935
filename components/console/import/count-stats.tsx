import type { ImportPreview } from "../../../lib/model/account-import.ts";
import { useI18n } from "../../ui/i18n.tsx";
import { Stat, Stats } from "../../ui/stats.tsx";

type Counts = Pick<ImportPreview, "made" | "changed" | "unchanged" | "refused">;

/** Rows of a file by what becomes of them. */
export function CountStats({ of }: { of: Counts }) {
  const { t, number } = useI18n();
  return (
    <Stats>
      {(["made", "changed", "unchanged", "refused"] as const).map((outcome) => (
        <Stat
          key={outcome}
          value={number(of[outcome])}
          label={t(`customers.${outcome}`, { count: of[outcome] })}
          {...(outcome === "refused" && of.refused > 0 && { tone: "warning" as const })}
        />
      ))}
    </Stats>
  );
}
