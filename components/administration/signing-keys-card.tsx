import { useState } from "preact/hooks";
import type { SigningKey } from "../../lib/model/bundle.ts";
import { QueryProblem, Report, type ReportContext } from "../console/report-card.tsx";
import { Badge, type Tone } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ConfirmDialog } from "../ui/dialog.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Time } from "../ui/time.tsx";
import type { SigningKeysModel } from "./keys-model.ts";

interface Props {
  model: SigningKeysModel;
  context: ReportContext;
}

/** By which key browsers know that what was published comes from this workspace, and how that key is replaced. */
export function SigningKeysCard(props: Props) {
  const { t } = useI18n();
  const { model, context } = props;
  const problem = model.problem.value;
  return (
    <Card title={t("signingKeys.title")} lead={t("signingKeys.lead")}>
      {problem && (
        <QueryProblem error={problem} context={context} onRetry={() => void model.list.load()} />
      )}
      <Report resource={model.list} context={context}>
        {(keys) =>
          keys === null ? <p>{t("settings.admins")}</p> : <SigningKeys {...props} keys={keys} />
        }
      </Report>
    </Card>
  );
}

const TONES: Readonly<Record<SigningKey["state"], Tone>> = {
  announced: "neutral",
  signs: "success",
  replaced: "neutral",
  retired: "warning",
};

function SigningKeys({ model, keys }: Props & { keys: readonly SigningKey[] }) {
  const { t } = useI18n();
  const [asked, setAsked] = useState<"replace" | SigningKey | null>(null);
  const busy = model.busy.value;
  const key = asked === "replace" ? null : asked;
  return (
    <div class="stack">
      <ul class="rows">
        {keys.map((one) => (
          <li key={one.keyId} class="row">
            <div class="row-text">
              <code class="row-title">{one.keyId}</code>
              <span class="row-note">
                <Badge tone={TONES[one.state]}>{t(`signingKeys.state.${one.state}`)}</Badge>
                <Since of={one} />
              </span>
            </div>
            {one.state !== "retired" && (
              <Button
                label={t("signingKeys.retireLabel", { key: one.keyId })}
                busy={busy !== null && busy !== "replace" && busy.retire === one.keyId}
                onClick={() => setAsked(one)}
              >
                {t("signingKeys.retire")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div class="actions">
        <Button icon="refresh" busy={busy === "replace"} onClick={() => setAsked("replace")}>
          {t("signingKeys.replace")}
        </Button>
      </div>
      <ConfirmDialog
        open={asked !== null}
        title={
          key ? t("signingKeys.retireTitle", { key: key.keyId }) : t("signingKeys.replaceTitle")
        }
        confirm={t(key ? "signingKeys.retire" : "signingKeys.replace")}
        onClose={() => setAsked(null)}
        onConfirm={() => {
          void (key ? model.retire(key.keyId) : model.replace());
          setAsked(null);
        }}
      >
        {t(key ? `signingKeys.retireBody.${bodyOf(key)}` : "signingKeys.replaceBody")}
      </ConfirmDialog>
    </div>
  );
}

function bodyOf({ state }: SigningKey): "signs" | "announced" | "replaced" {
  return state === "retired" ? "replaced" : state;
}

/** From when to when it signed, or since when it is announced. */
function Since({ of: one }: { of: SigningKey }) {
  const { t } = useI18n();
  return (
    <>
      <span>
        {one.signsUntil === null && `${t("signingKeys.since")} `}
        <Time at={one.signsFrom ?? one.createdAt} withTime={false} />
        {one.signsUntil !== null && " – "}
        {one.signsUntil !== null && <Time at={one.signsUntil} withTime={false} />}
      </span>
      {one.handsOverUntil !== null && (
        <span>
          {t("signingKeys.handsOver")} <Time at={one.handsOverUntil} withTime={false} />
        </span>
      )}
    </>
  );
}
