import { Facts } from "../ui/facts.tsx";
import { useI18n } from "../ui/i18n.tsx";
import { ShownOnce } from "../ui/shown-once.tsx";
import type { NewKey } from "./settings-client.ts";

/** A key while its secret can be seen, and how a browser is connected with it. */
export function MadeKey(props: { made: NewKey; server: string; onDone: () => void }) {
  const { t } = useI18n();
  const { made, server } = props;
  return (
    <ShownOnce
      title={t("settings.keys.made", { key: made.name })}
      secret={made.secret}
      onDone={props.onDone}
    >
      <Facts
        of={[
          [t("options.workspace.server"), <code key="server">{server}</code>],
          [
            t("options.workspace.key"),
            <code key="key" class="secret">
              {made.secret}
            </code>,
          ],
          [t("options.workspace.environment"), t(`environment.${made.environment}`)],
        ]}
      />
      <p>{t("settings.keys.howTo")}</p>
      {made.environment === "staging" && <p class="muted">{t("settings.keys.apart")}</p>}
    </ShownOnce>
  );
}
