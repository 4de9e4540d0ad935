import type { Risk } from "../../../lib/model/risk.ts";
import { Badge } from "../../ui/badge.tsx";
import { useI18n } from "../../ui/i18n.tsx";
import { riskTone, riskWord } from "./health-words.ts";

export function RiskBadge({ risk }: { risk: Risk | null }) {
  const i18n = useI18n();
  return <Badge tone={riskTone(risk)}>{riskWord(i18n, risk)}</Badge>;
}
