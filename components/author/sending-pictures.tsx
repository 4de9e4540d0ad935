import { useI18n } from "../ui/i18n.tsx";
import { Meter } from "../ui/meter.tsx";
import type { EditorPictures } from "./ports.ts";

/** How far the pictures of a guide are on their way to the server. Its place is always there, to be read out. */
export function SendingPictures({ pictures }: { pictures: EditorPictures }) {
  const { t } = useI18n();
  const sending = pictures.sending.value;
  const text = sending && sending.of > 0 ? t("picture.sending", sending) : null;
  return (
    <div role="status">
      {sending && text && (
        <>
          <p>{text}</p>
          <Meter label={t("picture.sendingTitle")} text={text} {...sending} />
        </>
      )}
    </div>
  );
}
