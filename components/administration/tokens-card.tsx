import { useState } from "preact/hooks";
import { QueryProblem, Report, type ReportContext } from "../console/report-card.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { Card } from "../ui/card.tsx";
import { ConfirmDialog } from "../ui/dialog.tsx";
import { Facts } from "../ui/facts.tsx";
import { Field } from "../ui/field.tsx";
import { Form } from "../ui/form.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { Segmented } from "../ui/segmented.tsx";
import { ShownOnce } from "../ui/shown-once.tsx";
import { Time } from "../ui/time.tsx";
import { type NewToken, ROLES, type Role } from "./tokens-client.ts";
import type { Access, TokensModel } from "./tokens-model.ts";

interface Props {
  model: TokensModel;
  context: ReportContext;
}

/** Who may sign in, and what they may do. */
export function TokensCard({ model, context }: Props) {
  const { t } = useI18n();
  const problem = model.problem.value;
  return (
    <Card title={t("tokens.title")} lead={t("tokens.lead")}>
      {problem && (
        <QueryProblem error={problem} context={context} onRetry={() => void model.list.load()} />
      )}
      <Report resource={model.list} context={context}>
        {(tokens) =>
          tokens === null ? (
            <p>{t("settings.admins")}</p>
          ) : (
            <div class="stack">
              <Made model={model} context={context} />
              <TokenList model={model} tokens={tokens} />
            </div>
          )
        }
      </Report>
    </Card>
  );
}

function Made({ model, context }: Props) {
  const made = model.made.value;
  return made ? (
    <MadeToken made={made} server={context.server} onDone={model.putAway} />
  ) : (
    <NewTokenForm model={model} />
  );
}

function MadeToken(props: { made: NewToken; server: string; onDone: () => void }) {
  const { t } = useI18n();
  const { made } = props;
  return (
    <ShownOnce
      title={t("tokens.made", { name: made.name })}
      secret={made.secret}
      onDone={props.onDone}
    >
      <Facts
        of={[
          [t("options.workspace.server"), <code key="server">{props.server}</code>],
          [
            t("console.signIn.token"),
            <code key="token" class="secret">
              {made.secret}
            </code>,
          ],
          [t("tokens.role"), t(`tokens.role.${made.role}`)],
        ]}
      />
      <p>{t("tokens.howTo")}</p>
    </ShownOnce>
  );
}

function NewTokenForm({ model }: { model: TokensModel }) {
  const { t } = useI18n();
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role>("author");
  const [tried, setTried] = useState(false);
  const make = async () => {
    setTried(true);
    if (name.trim() !== "") await model.make(name.trim(), role);
  };
  return (
    <Form label={t("tokens.new")} onSubmit={() => void make()}>
      <h3>{t("tokens.new")}</h3>
      <Field
        label={t("tokens.name")}
        hint={t("tokens.nameHint")}
        value={name}
        onInput={setName}
        error={tried && name.trim() === "" ? t("common.required") : undefined}
      />
      <Segmented
        label={t("tokens.role")}
        value={role}
        options={ROLES.map((value) => ({ value, label: t(`tokens.role.${value}`) }))}
        onChange={setRole}
      />
      <p class="muted">{t(`tokens.may.${role}`)}</p>
      <div class="actions">
        <Button kind="primary" submit icon="plus" busy={model.busy.value === "make"}>
          {t("tokens.make")}
        </Button>
      </div>
    </Form>
  );
}

function TokenList({ model, tokens }: { model: TokensModel; tokens: readonly Access[] }) {
  const { t } = useI18n();
  const [asked, setAsked] = useState<Access | null>(null);
  const busy = model.busy.value;
  return (
    <>
      <ul class="rows" aria-label={t("tokens.title")}>
        {tokens.map((token) => (
          <li key={token.id} class="row">
            <div class="row-text">
              <span class="row-title">{token.name}</span>
              <span class="row-note">
                <Badge tone={token.role === "admin" ? "accent" : "neutral"}>
                  {t(`tokens.role.${token.role}`)}
                </Badge>
                {token.isOwn && <Badge tone="success">{t("tokens.own")}</Badge>}
                <code>…{token.hint}</code>
                <span>
                  {t("tokens.since")} <Time at={token.createdAt} withTime={false} />
                </span>
              </span>
              {token.isLastAdmin && <span class="row-note">{t("tokens.lastAdmin")}</span>}
            </div>
            {!token.isLastAdmin && (
              <Button
                label={t("tokens.revokeLabel", { name: token.name, hint: token.hint })}
                busy={busy !== null && busy !== "make" && busy.revoke === token.id}
                onClick={() => setAsked(token)}
              >
                {t("settings.keys.revoke")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={asked !== null}
        title={t("tokens.revokeTitle", { name: asked?.name ?? "" })}
        confirm={t("settings.keys.revoke")}
        onClose={() => setAsked(null)}
        onConfirm={() => {
          if (asked) void model.revoke(asked.id);
          setAsked(null);
        }}
      >
        {t(asked?.isOwn ? "tokens.revokeOwn" : "tokens.revokeBody")}
      </ConfirmDialog>
    </>
  );
}
