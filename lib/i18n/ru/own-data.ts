import type { ownData as en } from "../en/own-data.ts";
import type { Translation } from "../translation.ts";

export const ownData: Translation<typeof en> = {
  "consent.title": "Можно ли Waymark запоминать ваши действия?",
  "consent.lead":
    "Ваше рабочее пространство сначала спрашивает вас. Пока вы не разрешите, ничего не сохраняется и не отправляется.",
  "consent.collected": "Что будет сохраняться и отправляться",
  "consent.later":
    "Решение можно изменить в любой момент в разделе «Мои данные». Без разрешения подсказки на странице не показываются; объявления и инструкции по-прежнему можно читать здесь.",
  "consent.grant": "Разрешить",
  "consent.refuse": "Не разрешать",
  "consent.permission": "Разрешение сохранять и отправлять",
  "consent.state.granted": "Разрешено",
  "consent.state.refused": "Не разрешено",
  "consent.state.pending": "Ответа ещё нет",
  "consent.host.granted": "{host} сообщает, что там вы согласились.",
  "consent.host.refused":
    "{host} сообщает, что там вы отказались. Изменить это можно в том приложении.",
  "consent.withdraw": "Отозвать разрешение",
  "consent.withdrawTitle": "Отозвать разрешение?",
  "consent.withdrawBody":
    "С этого момента ничего не сохраняется и не отправляется, подсказки не показываются, а всё, что ещё ждёт отправки, удаляется. Сохранённое здесь остаётся, пока вы не нажмёте «Удалить мои данные».",
  "consent.refusedTitle": "Подсказки здесь не показываются",
  "consent.refusedBody":
    "Вы или это приложение от вашего имени не разрешили Waymark что-либо сохранять.",
  "consent.card": "Согласие",
  "consent.cardLead": "Можно ли Waymark сохранять и отправлять ваши действия на сайтах выше.",
  "consent.saved.granted": "Разрешение дано",
  "consent.saved.refused": "Разрешение отозвано",
};
