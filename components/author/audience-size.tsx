import { createContext } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import type { AudienceSize as Size } from "../../lib/model/audience.ts";
import type { Condition } from "../../lib/model/condition.ts";
import { Button } from "../ui/button.tsx";
import { useI18n } from "../ui/i18n.tsx";
import type { AudienceClient } from "./audience-client.ts";

/** Null: nobody is signed in. */
export const AudienceContext = createContext<AudienceClient["size"] | null>(null);

type Counted = { size: Size } | "failed" | "counting" | null;

/** How many people a condition fits now, on demand; nothing for who is not signed in. */
export function AudienceSize({ condition }: { condition: Condition | undefined }) {
  const { t, number } = useI18n();
  const ask = useContext(AudienceContext);
  const [counted, setCounted] = useState<Counted>(null);
  // What was counted is of another condition.
  useEffect(() => setCounted(null), [condition]);
  if (!ask || !condition) return null;
  const count = async () => {
    setCounted("counting");
    const answer = await ask(condition);
    setCounted((now) => (now !== "counting" ? now : answer.ok ? { size: answer.value } : "failed"));
  };
  const said = () => {
    if (counted === null || counted === "counting") return "";
    if (counted === "failed") return t("audience.failed");
    const { people, of, days, undecided } = counted.size;
    if (people === null) return t("audience.devices", { kind: kindWords(undecided) });
    return t("audience.fits", { count: people, of: number(of), days });
  };
  const kindWords = (kind: string | null) => {
    const known = KINDS.find((one) => one === kind);
    return known ? t(`build.kind.${known}`) : "";
  };
  return (
    <div class="actions audience">
      <Button icon="person" busy={counted === "counting"} onClick={() => void count()}>
        {t("audience.count")}
      </Button>
      <span class="muted" role="status">
        {said()}
      </span>
    </div>
  );
}

const KINDS = ["used", "sequence", "count", "absent", "guide", "page", "element"] as const;
