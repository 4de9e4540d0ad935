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
  "keeping.title": "Сколько хранятся данные",
  "keeping.lead":
    "Всё, что старше, удаляется навсегда, раз в день. Показатели, ответы на опросы, аккаунты и записи вашей команды остаются.",
  "keeping.of.days": "Что делали люди, по событиям",
  "keeping.of.imports": "Импорты, их отчёты и возможность отменить",
  "keeping.of.audit": "Журнал действий",
  "keeping.forever": "бессрочно",
  "keeping.term.90": "90 дней",
  "keeping.term.180": "180 дней",
  "keeping.term.400": "13 месяцев (400 дней)",
  "keeping.term.760": "25 месяцев (760 дней)",
  "keeping.term.1095": "3 года",
  "keeping.term.1825": "5 лет",
  "keeping.term.3650": "10 лет",
  "keeping.days": "{count} дн.",
  "keeping.from": "Не принимается больше то, что было до",
  "keeping.ask": "Продолжить",
  "keeping.confirmTitle": "Хранить данные столько времени?",
  "keeping.confirm": "Сохранить",
  "keeping.confirmDelete": "Удалить и хранить так",
  "keeping.goes": "В ближайшие минуты будет удалено навсегда:",
  "keeping.moreThan": "более {count}",
  "keeping.leaving.events": "событий до {date}: около {count}",
  "keeping.leaving.imports": "импортов до {date}: около {count}",
  "keeping.leaving.audit": "записей журнала до {date}: около {count}",
  "keeping.stays": "Удалённое не вернётся, если потом выбрать больший срок.",
  "keeping.nothingGoes": "Сейчас ничего не удаляется.",
};
