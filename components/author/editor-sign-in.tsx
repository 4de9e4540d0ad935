import { useState } from "preact/hooks";
import { SignInForm } from "../console/sign-in-form.tsx";
import type { SignInProblem } from "../console/try-sign-in.ts";
import { Card } from "../ui/card.tsx";
import { useI18n } from "../ui/i18n.tsx";

export type SignInHere = (token: string) => Promise<SignInProblem | null>;

/** What needs the server, while nobody is signed in to it. */
export function EditorSignIn(props: { title: string; signIn: SignInHere }) {
  const { t } = useI18n();
  const [problem, setProblem] = useState<SignInProblem | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async (token: string) => {
    setBusy(true);
    setProblem(await props.signIn(token));
    setBusy(false);
  };
  return (
    <Card title={props.title} lead={t("editor.publish.signedOut")}>
      <SignInForm problem={problem} busy={busy} onSubmit={(token) => void submit(token)} />
    </Card>
  );
}
