import { type GuideLift, LIFT_MINIMUM } from "../../lib/model/lift.ts";
import { useI18n } from "../ui/i18n.tsx";
import { Notice } from "../ui/notice.tsx";
import { Stat, Stats } from "../ui/stats.tsx";

/** What can be concluded, in words; where nothing can be, no figure says otherwise. */
export function LiftVerdict(props: {
  result: NonNullable<GuideLift["result"]>;
  experiment: NonNullable<GuideLift["experiment"]>;
}) {
  const { t, percent, number } = useI18n();
  const { verdict, arms, difference } = props.result;
  const { unit, holdout } = props.experiment;
  if (verdict === "mismatch") {
    const held = arms.holdout.units;
    const all = held + arms.guide.units;
    return (
      <Notice tone="danger" title={t("lift.verdict.mismatch")}>
        <p>{t("lift.mismatchHint", { held, all, share: percent(holdout) })}</p>
      </Notice>
    );
  }
  if (verdict === "few" || !difference) {
    const { people, accounts } = LIFT_MINIMUM;
    return (
      <Notice tone="neutral" title={t("lift.verdict.few")}>
        <p>
          {unit === "account"
            ? t("lift.fewAccounts", { people, accounts })
            : t("lift.fewPeople", { people })}
        </p>
      </Notice>
    );
  }
  const points = (share: number) => number(Number((share * 100).toFixed(1)));
  const { value, low, high } = difference;
  return (
    <>
      <Notice
        tone={verdict === "less" ? "warning" : "neutral"}
        title={t(`lift.verdict.${verdict}`)}
      />
      <Stats>
        <Stat value={t("lift.points", { points: points(value) })} label={t("lift.difference")} />
        <Stat
          value={t("lift.pointsRange", { low: points(low), high: points(high) })}
          label={t("lift.interval")}
        />
      </Stats>
    </>
  );
}
