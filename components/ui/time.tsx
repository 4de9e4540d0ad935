import { useI18n } from "./i18n.tsx";

/** A moment in epoch milliseconds, in the person's own way of writing dates. */
export function Time({ at, withTime = true }: { at: number; withTime?: boolean }) {
  const { date, dateTime } = useI18n();
  return (
    <time dateTime={new Date(at).toISOString()} title={withTime ? undefined : dateTime(at)}>
      {withTime ? dateTime(at) : date(at)}
    </time>
  );
}
