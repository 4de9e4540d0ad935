import type { MessageError } from "../lib/message/protocol.ts";
import { ErrorState } from "./ui/error-state.tsx";
import { useI18n } from "./ui/i18n.tsx";

/** What the background answered instead of doing what it was asked; its own words are in English. */
export function MessageProblem(props: { error: MessageError; onRetry?: () => void }) {
  const { t } = useI18n();
  const { code, message } = props.error;
  // That nobody answered is all there is to say.
  const detail = code === "timeout" ? {} : { detail: message };
  return (
    <ErrorState
      message={t(`error.${code}`)}
      {...detail}
      {...(props.onRetry && { onRetry: props.onRetry })}
    />
  );
}
