import { useMemo } from "preact/hooks";
import type { Playbook } from "../../lib/model/playbook.ts";
import { factChoices } from "../author/account-sentence.ts";
import type { Choices } from "../author/condition-names.ts";
import { sentenceOf } from "../author/condition-sentence.ts";
import { sayDuration } from "../author/condition-words.ts";
import { Facts } from "../ui/facts.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { sayAction } from "./words.ts";

/** What a playbook asks and does, in sentences. */
export function PlaybookFacts({ body, choices }: { body: Playbook; choices: Choices }) {
  const i18n = useI18n();
  const { t, percent } = i18n;
  const words = useMemo(() => ({ ...choices, facts: factChoices(i18n) }), [choices, i18n]);
  const say = (days: string) => sayDuration(days, { ...i18n, choices });
  const { when, wait, coolDown, actions, holdout } = body;
  return (
    <div class="playbook-facts">
      <Facts
        of={[
          [t("playbooks.when"), sentenceOf(when, words, i18n)],
          [
            t("playbooks.wait"),
            wait === undefined
              ? t("playbooks.noWait")
              : t("playbooks.waitDays", { time: say(wait) }),
          ],
          [
            t("playbooks.then"),
            <ul key="then" class="playbook-does">
              {actions.map((action, at) => (
                <li key={at}>{sayAction(action, i18n)}</li>
              ))}
            </ul>,
          ],
          [t("playbooks.rest"), t("playbooks.restDays", { time: say(coolDown) })],
          ...(holdout === undefined
            ? []
            : ([
                [t("playbooks.holdout"), t("playbooks.holdoutShare", { share: percent(holdout) })],
              ] as const)),
        ]}
      />
    </div>
  );
}
