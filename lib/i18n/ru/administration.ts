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
  "retention.title": "Сколько хранятся данные",
  "retention.lead":
    "Всё, что старше, удаляется навсегда, раз в день. Показатели, ответы на опросы, аккаунты и записи вашей команды остаются.",
  "retention.of.days": "Что делали люди, по событиям",
  "retention.of.imports": "Импорты, их отчёты и возможность отменить",
  "retention.of.audit": "Журнал действий",
  "retention.forever": "бессрочно",
  "retention.term.90": "90 дней",
  "retention.term.180": "180 дней",
  "retention.term.400": "13 месяцев (400 дней)",
  "retention.term.760": "25 месяцев (760 дней)",
  "retention.term.1095": "3 года",
  "retention.term.1825": "5 лет",
  "retention.term.3650": "10 лет",
  "retention.days": "{count} дн.",
  "retention.from": "Не принимается больше то, что было до",
  "retention.ask": "Продолжить",
  "retention.confirmTitle": "Хранить данные столько?",
  "retention.confirm": "Хранить так",
  "retention.confirmDelete": "Удалить и хранить так",
  "retention.goes": "В ближайшие минуты будет удалено навсегда:",
  "retention.moreThan": "более {count}",
  "retention.leaving.events": "событий до {date}: около {count}",
  "retention.leaving.imports": "импортов до {date}: около {count}",
  "retention.leaving.audit": "записей журнала до {date}: около {count}",
  "retention.stays": "Удалённое не вернётся, если потом выбрать больший срок.",
  "retention.nothingGoes": "Сейчас ничего не удаляется.",
};
