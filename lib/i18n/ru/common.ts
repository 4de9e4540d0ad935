import type { common as en } from "../en/common.ts";
import type { Translation } from "../translation.ts";

export const common: Translation<typeof en> = {
  "app.name": "Waymark",
  "common.cancel": "Отмена",
  "common.close": "Закрыть",
  "common.retry": "Повторить",
  "common.refresh": "Обновить",
  "common.loading": "Загрузка…",
  "common.openOptions": "Открыть настройки",
  "common.openConsole": "Открыть консоль",
  "common.how": "Как это посчитано",
  "common.chartTable": "Показать таблицей",
  "common.chartPlot": "Показать графиком",
  "common.fileTooLarge": "Этот файл больше {most} МБ. Ничего не прочитано.",
  "common.required": "Заполните это поле.",
  "common.never": "никогда",
  "error.invalid": "Запрос не понят.",
  "error.forbidden": "Здесь это запрещено.",
  "error.failed": "Не получилось.",
  "error.timeout": "Ответа не было слишком долго. Повторите попытку.",
};
