/**
 * How a site says in languages other than English that it was switched off or has used up its share: a thing, and what
 * has become of it, in one sentence. Latin letters stand without their marks, as `unmarked` leaves them.
 */
export const FATES: ReadonlyArray<readonly [thing: RegExp, fate: RegExp]> = [
  // German
  [
    /\b(?:web)?(?:site|seite|shop|space|hosting|prasenz|projekt|dienst|konto|account|domain)/,
    /\b(?:gesperrt|deaktiviert|abgeschaltet|stillgelegt|pausiert|gekundigt|ausgesetzt)\b/,
  ],
  [/\b(?:traffic|transfer|volumen|kontingent)/, /\b(?:uberschritten|aufgebraucht|erschopft|verbraucht)\b/],
  // French
  [
    /\b(?:site|compte|service|hebergement|domaine|boutique|projet)\b/,
    /\b(?:suspendue?|desactivee?|mise? en pause|resiliee?|expiree?)\b/,
  ],
  [/\b(?:bande passante|quota|trafic|forfait)\b/, /\b(?:depassee?|atteinte?|epuisee?)\b/],
  // Spanish and Portuguese
  [
    /\b(?:sitio|site|pagina|cuenta|conta|servicio|servico|alojamiento|hospedagem|dominio|tienda|loja)\b/,
    /\b(?:suspendid[oa]|suspens[oa]|desactivad[oa]|desativad[oa]|deshabilitad[oa]|pausad[oa]|caducad[oa]|expirad[oa])\b/,
  ],
  [
    /\b(?:ancho de banda|largura de banda|cuota|cota|franquia|trafico|trafego|transferencia)\b/,
    /\b(?:excedid[oa]|superad[oa]|agotad[oa]|esgotad[oa]|atingid[oa]|ultrapassad[oa])\b/,
  ],
  // Italian
  [/\b(?:sito|account|servizio|dominio|negozio)\b/, /\b(?:sospes[oa]|disattivat[oa]|disabilitat[oa]|scadut[oa])\b/],
  [/\b(?:banda|quota|traffico)\b/, /\b(?:superat[oa]|esaurit[oa])\b/],
  // Dutch
  [
    /\b(?:web)?(?:site|winkel|pagina|hosting|account|dienst|domein)/,
    /\b(?:opgeschort|uitgeschakeld|gedeactiveerd|geblokkeerd|verlopen)\b/,
  ],
  // Polish, Czech and Slovak
  [
    /\b(?:stron|serwis|witryn|kont|uslug|domen|web|stran|sluzb|ucet)/,
    /\b(?:zawieszon|wylaczon|nieaktywn|dezaktywowan|pozastaven|deaktivov|vypnut|zrusen)/,
  ],
  [/\b(?:transfer|limit transferu|prenos)/, /\b(?:przekroczon|wyczerpan|prekrocen|vycerpan)/],
  // Russian and Ukrainian
  [
    /(?:сайт|аккаунт|акаунт|хостинг|услуг|послуг|домен|магазин)/,
    /(?:приостановлен|отключ[её]н|деактивирован|неактивен|призупинен|вимкнен|деактивован)/,
  ],
  [/(?:трафик|трафік|квот)/, /(?:исчерпан|превышен|вичерпан|перевищен)/],
  // Turkish
  [/(?:site|hesap|hesab|hizmet|alan ad)/, /(?:askıya alın|askiya alin|devre dışı|devre disi|durdurul)/],
  [/(?:bant genişli|bant genisli|kota|trafik)/, /(?:aşıl|asıl|asil|doldu)/],
  // Indonesian and Vietnamese
  [/\b(?:situs|website|akun|layanan|hosting)\b/, /\b(?:ditangguhkan|dinonaktifkan|disuspend|dihentikan)\b/],
  [/(?:trang|website|tai khoan|dich vu|hosting)/, /(?:tam ngung|tam ngưng|tam khoa|đinh chi|bi khoa|het han)/],
  // Arabic
  [/(?:الموقع|الحساب|الخدمة|الاستضافة)/, /(?:معلق|تعليق|موقوف|إيقاف)/],
  // Chinese, Japanese, Korean
  [
    /(?:网站|網站|站点|站點|账户|账号|帳戶|帳號|域名|空间|服务|服務)/,
    /(?:暂停|暫停|停用|关停|關停|欠费|欠費|已到期|已过期|已過期)/,
  ],
  [/(?:流量|配额|配額|带宽|頻寬)/, /(?:用完|用尽|用盡|耗尽|耗盡|超出|超限)/],
  [/(?:サイト|アカウント|サービス|サーバー|契約)/, /(?:凍結|利用停止|停止され|停止しました|無効|満了)/],
  [/(?:転送量|帯域)/, /(?:超過|超え|上限)/],
  [/(?:사이트|홈페이지|계정|서비스|도메인)/, /(?:정지|중지되|만료)/],
  [/(?:트래픽|전송량)/, /(?:초과|소진)/],
];
