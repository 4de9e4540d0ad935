import type { administration as en } from "../en/administration.ts";
import type { Translation } from "../translation.ts";

export const administration: Translation<typeof en> = {
  "settings.view": "Настройки",
  "settings.view.publication": "Публикация",
  "settings.view.destinations": "Сообщения",
  "settings.view.security": "Безопасность и данные",
  "signingKeys.title": "Ключи подписи",
  "signingKeys.lead":
    "Всё опубликованное подписано. Браузеры не принимают того, что подписано другим ключом. О следующем ключе они узнают заранее.",
  "signingKeys.since": "с",
  "signingKeys.state.announced": "Следующий",
  "signingKeys.state.signs": "Подписывает",
  "signingKeys.state.replaced": "Заменён",
  "signingKeys.state.retired": "Не доверяем",
  "signingKeys.handsOver": "ручается за следующий до",
  "signingKeys.replace": "Заменить ключ",
  "signingKeys.replaceTitle": "Заменить ключ подписи?",
  "signingKeys.replaceBody":
    "Отныне подписывает следующий ключ, и объявляется ещё один. Браузеры перейдут на него сами, даже если их не было в сети до 90 дней.",
  "signingKeys.retire": "Не доверять",
  "signingKeys.retireLabel": "Не доверять: {key}",
  "signingKeys.retireTitle": "Больше не доверять {key}?",
  "signingKeys.retireBody.signs":
    "Сделайте так, если ключ мог попасть к чужим. Следующий ключ начнёт подписывать сразу. Браузеры, которые о нём знают, продолжат работу; у остальных останется то, что есть, и их придётся подключить заново вручную.",
  "signingKeys.retireBody.announced":
    "Сделайте так, если ключ мог попасть к чужим. Вместо него будет объявлен другой.",
  "signingKeys.retireBody.replaced":
    "Он сейчас же перестанет ручаться за следующий ключ. Браузеры, которых не было в сети с тех пор, как его заменили, придётся подключить заново вручную.",
};
