import { useI18n } from "../ui/i18n.tsx";
import { ShownOnce } from "../ui/shown-once.tsx";

/** What signs, while it can be seen, and how the receiver uses it. */
export function MadeSecret(props: { id: string; secret: string; onDone: () => void }) {
  const { t } = useI18n();
  return (
    <ShownOnce
      title={t("destinations.made", { name: props.id })}
      secret={props.secret}
      onDone={props.onDone}
    >
      <p>
        <code class="secret">{props.secret}</code>
      </p>
      <p class="muted">{t("destinations.howTo")}</p>
    </ShownOnce>
  );
}
