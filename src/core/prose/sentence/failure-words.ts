import { lazily } from "../../lazily.ts";

/** That something could not be done. */
export const failed = lazily(
  () =>
    /(?<!\p{L})(?:errors?|fail(?:ed|ure|s)?|cannot|can't|could(?: not|n't)|unable|lost|refused|timed? ?out|too many|unavailable|fehler\p{L}*|fehlgeschlagen|nicht|erreurs?|échec|impossible|error|fallo|no se pud\p{L}+|erro|falha|não|errore|impossibile|fout|niet|błąd|nie|ошибк\p{L}*|недоступ\p{L}*|не|нет|помилк\p{L}*|немає|hata|lỗi|gagal)(?!\p{L})|失败|失敗|错误|錯誤|エラー|できません|오류|실패/u,
);
/** Trouble that nobody has planned. */
export const unplanned = lazily(
  () =>
    /(?<!\p{L})(?:technical (?:problems?|difficult\p{L}+|issues?|errors?|faults?|failures?)|(?:unexpected|unplanned|internal|fatal|unhandled) (?:server )?(?:error|problem|outage|failure|exception)|(?:power|hardware|network) (?:outage|failure)|crash(?:ed)?|technische[nrs]? (?:problem\p{L}*|störung\p{L}*|schwierigkeiten|fehler\p{L}*)|problèmes? techniques?|panne|(?:problema|fallo|erro)s? técnicos?|problem[ai] tecnic[io]|problemy techniczne|awari\p{L}+|техническ\p{L}+ (?:проблем|неполадк|ошибк|сбо|причин)\p{L}*|технічн\p{L}+ (?:проблем|помилк|збо|причин)\p{L}*|неполадк\p{L}+|сбо[йяюие]\p{L}*|зб(?:ій|о[юєїя])\p{L}*|технически (?:проблем\p{L}*)|technick\p{L}+ (?:problém|poruch|závad)\p{L}*|teknik (?:ar[ıi]za|sorun|hata)\p{L}*|sự cố|gangguan)(?!\p{L})|障害|故障|技术问题|장애/u,
);
/** That a site is not to be had. */
const gone = lazily(
  () =>
    /(?<!\p{L})(?:down|offline|closed|not|doesn't|isn't|out of (?:order|service)|gestört|ausgefallen|pas|indisponible|non|inte|ikke|není)(?!\p{L})|不可用|无法|無法|ません|없습니다/u,
);

/** Whether a text tells that something failed, whatever it is. */
export const saysFailed = (text: string): boolean => failed().test(text) || gone().test(text) || unplanned().test(text);
