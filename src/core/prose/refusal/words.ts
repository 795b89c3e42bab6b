/**
 * How one language tells a reader that it is they who are refused, as sources of patterns for text in lower case. Both
 * must stand in one clause, near each other: whose, and what became of it. Ordinary words of the languages. A verb
 * alone ("has been"), and a pronoun that apologies are full of, name no reader.
 */
interface RefusalWords {
  /** The reader, or what is theirs: an address, a request, their access. */
  readonly theirs: string;
  /** That it is refused. */
  readonly refused: string;
  /** Set phrases that need no reader to be named. */
  readonly phrase?: string;
  /** The same in the words of a filter, which speaks of the page and not of its reader. */
  readonly filter?: string;
  /** The script puts no spaces between words. */
  readonly unspaced?: true;
}

export const REFUSAL_WORDS: readonly RefusalWords[] = [
  // English
  {
    theirs:
      "you(?:'ve| have)? (?:exceeded|reached|hit|made|sent)|you(?:'re| are) (?:making|sending|requesting|browsing|clicking|connecting)|you do(?:n't| not) have|you have no|your (?:\\p{L}+ )?(?:access(?! (?:token|key|code|card)s?)|ip(?: address)?|address|request|requests|connection|network|country|region|area|location|browser|device|computer|client|session|behaviou?r|activity|visit|subnet|user[- ]agent|referr?er)|your (?:(?:internet|network|mobile|service|internet service) )?(?:provider|isp|carrier)(?:'s(?: network)?)?|(?:this|that|client|remote|visitor|user) (?:ip(?: address)?|address|request|visitor)|visitors? from|(?:traffic|requests?|access|connections?|visitors|users) from (?:your|this|outside|abroad|(?:the )?tor|vpns?|data ?cent(?:er|re)s?|(?:certain|some|other) (?:countries|regions|networks|locations))",
    refused:
      "blocked|block(?:ing|s) (?:your?|access|requests|traffic)|banned|gr[ae]ylisted|blacklisted|blocklisted|on (?:our|the|a|its) (?:\\p{L}+ )?(?:gr[ae]y|black|block|ban|deny)[- ]?list|flagged|(?<!session (?:was |is |has been )?)(?:suspended(?! (?:while|until|during|as))|revoked)|denied|forbidden|prohibited|restricted|limited|throttled|rate[- ]limited|rejected|refused|suspicious|malicious|abusive|(?:unusual|automated) (?:traffic|activity|behaviou?r|requests?|queries|access|tools?)|locked out|lock(?:ed)? you|not (?:allowed|permitted|authori[sz]ed)|(?:exceeded|reached|hit) (?:the|your|a|our) (?:(?!(?:time|size|memory|execution|length|upload|cpu) )\\p{L}+ ){0,3}(?:limit|number|rate|quota)|(?:exceeded|reached|hit) (?:the )?max(?:imum)? (?:\\p{L}+ ){0,3}(?:attempts|retries|tries)|too many (?:\\p{L}+ )?(?:requests|attempts|queries|pages?|logins?)|too (?:frequent\\p{L}*|often|fast|quickly)|(?:don't|not|no longer) have (?:\\p{L}+ )?(?:access|permission)(?! errors?)|no (?:access|permission)",
    phrase:
      "you(?:'re| are| were|'ve been| have been)(?: (?:\\p{L}{1,20}ly|now|being|been|still|already)){0,3} (?:(?:b(?:locked|anned)|(?:gr[ae]y|black|block)listed|denied|forbidden|prohibited|restricted|limited|throttled|rate[- ]limited|rejected|refused|locked out)(?! edition| version)|not (?:allowed|permitted|authori[sz]ed))|(?:think|believe|detect(?:ed)?|suspect|determined)s? (?:that )?(?:you(?:'re| are| were| might be| may be)|your (?:request|browser|traffic) is) (?:an? )?(?:automated|(?:ro)?bots?|scraper|crawler|spider|malicious)|(?:bots?|scrapers?|crawlers?|automated (?:tools|access|requests|queries)) (?:are|is) (?:not (?:welcome|allowed|permitted)|prohibited|forbidden|blocked)(?! (?:without|(?:by|under|in) (?:our|the|these) (?:terms|conditions|general)))|(?:limit|quota) (?:for|of) (?:your|this) (?:ip(?: address)?|address|network) (?:was |has been |is )?(?:exceeded|reached)|for security reasons,?(?: \\p{L}+){0,3} (?:blocked|rejected|denied)|(?:cannot|can't|could not|unable to|not able to|do not|don't|will not|won't) (?:grant|give|allow|permit) you (?:\\p{L}+ )?access(?= at (?:this|the) (?:time|moment)$|$| from| to (?:this|our|the) (?:\\p{L}*site|page|content|service))|access (?:to (?:this|the|that|our) (?:(?:requested|web) )?(?:\\p{L}{0,12}(?:site|page)|resource|url|address|service|content|area|server|shop|store) )?(?:is |has been |was )?(?:\\p{L}+ )?(?:denied|blocked|forbidden|refused)(?! (?:for user|without))|(?:request|ip|visitor|traffic) (?:has been |was |is )?(?:blocked|(?:rejected|denied) by)|(?:you(?:'ve been| have been| are|'re| were)|put you) (?:(?:put|placed|added|listed) )?(?:on|to|in) (?:our|the|a) (?:(?:gr[ae]y|black|block|ban|deny)[- ]?list|penalty box)|(?:requests?|visitors?|traffic|connections?) (?:from|with) your (?:\\p{L}+ ){0,2}(?:is|are) not (?:accepted|welcome|served)|(?<!no )(?:ro)?bots? (?:activity |traffic )?(?:was |has been )?detected|^bad (?:ro)?bot|your account (?:has been |was |is )?(?:\\p{L}+ )?(?:locked|blocked|suspended) (?:because of|due to|for|after) (?:suspicious|unusual|too many|repeated|several|multiple)|(?:this|your) ip(?: address)? (?:was|is|has been) (?:\\p{L}+ )?(?:used|reported|listed|known|involved|seen) (?:to|for|in|as) (?:\\p{L}+ ){0,2}(?:attack|abus|spam|scrap)\\p{L}*|(?:tor|vpn|proxy)(?: exit)? (?:nodes|users|servers) are not (?:welcome|allowed|permitted|accepted)|^(?:your )?(?:status|access|action|decision|verdict) ?: ?(?:blocked|denied|rejected|forbidden|banned)$|blocked (?:by|for) (?:\\p{L}+ ){0,2}(?:firewall|security|waf|policy|rules?|plugin)|(?:blocked|rejected) for security",
    filter:
      "access to (?:this|the|that) (?:(?:requested|web) )?(?:\\p{L}{0,12}(?:site|page)|url|address|content) (?:is|was|has been) (?:\\p{L}+ )?(?:not (?:allowed|permitted|authori[sz]ed)|prohibited|restricted)|(?:this|the|that) (?:(?:requested|web|internet) )?(?:\\p{L}{0,12}(?:site|page)|url|address|content|category)(?: (?:that )?you (?:requested|(?:are|were) trying to \\p{L}+))? (?:is|was|has been) (?:\\p{L}+ )?blocked|^(?:internet |web ?)?(?:site|page|url) blocked$|blocked by (?:your|the) (?:\\p{L}+ ){0,2}(?:admin\\p{L}*|organi[sz]ation|school|company|employer|network|parents?|provider|isp)|violat\\p{L}+ (?:of )?(?:your|the|our) (?:\\p{L}+ ){0,3}(?:usage|use|access|content|filter\\p{L}*|security) polic(?:y|ies)",
  },
  // German
  {
    theirs:
      "ihre?[rnms]? (?:\\p{L}+ )?(?:zugriff\\p{L}*|zugang\\p{L}*|ip(?:-adresse)?|adresse|anfragen?|verbindung|netzwerk|land|gerät|browser|besuch)|deine?[rnms]? (?:zugriff|zugang|ip(?:-adresse)?|anfragen?)|sie (?:wurden|sind)|du (?:wurdest|bist)|(?:sie haben|du hast) (?:\\p{L}+ ){0,2}zu",
    refused:
      "gesperrt|blockiert|geblockt|verweigert|eingeschränkt|beschränkt|begrenzt|abgelehnt|ausgesperrt|verboten|zu (?:viele|oft|häufig)(?: (?:anfragen|aufrufe))?|automati(?:sch|sierte)\\p{L}* (?:zugriff|anfrage|verkehr|datenverkehr|traffic)\\p{L}*|nicht (?:erlaubt|gestattet|zugelassen)|verdächtig\\p{L}*|ungewöhnlich\\p{L}*(?! (?:fehler|problem|störung))",
    phrase: "zugriff (?:wurde )?(?:verweigert|gesperrt|blockiert)|zugang (?:wurde )?(?:verweigert|gesperrt)",
    filter:
      "diese (?:internet|web)?(?:seite|site) (?:wurde|ist|wird) (?:vom|von|durch) (?:\\p{L}+ ){1,3}(?:gesperrt|blockiert)",
  },
  // French
  {
    theirs:
      "(?:votre|vos|ton|ta|tes) (?:accès|adresse|ip|requêtes?|demandes?|connexion|pays|réseau|navigateur)|vous (?:avez été|êtes)",
    refused:
      "bloqué\\p{L}*|bloquons|bloque(?:nt)?(?= (?:votre|vos|ton|ta|tes|l'accès))|refusé\\p{L}*|limité\\p{L}*|restreint\\p{L}*|banni\\p{L}*|interdit\\p{L}*|rejeté\\p{L}*|suspect\\p{L}*|(?:trafic|activité|requêtes|accès) automati(?:que|sé)\\p{L}*|pas autorisée?|(?<!erreur )inhabituel\\p{L}*|trop (?:de requêtes|souvent)",
    phrase: "accès (?:\\p{L}+ )?(?:refusé|interdit|bloqué)",
  },
  // Spanish, Portuguese, Catalan
  {
    theirs:
      "(?:su|tu|sua?|seu|teu|tua) (?:acc?eso|acesso|accés|ip|dirección(?: ip)?|endereço(?: ip)?|solicitud|solicitação|petición|requisição|pedido|conexión|conexão|país|rede|red)|has sido|usted (?:ha sido|fue|está)|você (?:foi|está)",
    refused:
      "bloquead[oa]s?|bloquea(?:mos|ron)|bloqueó|bloqueou|bloquean?(?= (?:su|tu|seu|sua|el acceso|o acesso))|denegad[oa]|negad[oa]|limitad[oa]|restringid[oa]|restrit[oa]|prohibid[oa]|proibid[oa]|rechazad[oa]|recusad[oa]|banid[oa]|banead[oa]|sospechos[oa]|suspeit[oa]|demasiadas (?:peticiones|solicitudes)|(?:tr[áa]fico|tráfego|acti?vidad|atividade|comportamiento|comportamento|movimiento|acc?eso|acesso) (?:inusual|incomum|anormal|autom\\p{L}{3,9})|(?:peticiones|solicitudes|solicitações|consultas) automát\\p{L}+|no (?:tienen?|tienes|está) (?:permitid[oa]|permiso|autorizad[oa])",
    phrase: "(?:acceso|acesso|accés) (?:denegado|negado|bloqueado|prohibido|proibido|restringido|restrito|denegat)",
  },
  // Italian
  {
    theirs:
      "(?:il |la )?(?:tuo|tua|suo|sua|vostro|vostra) (?:accesso|ip|indirizzo(?: ip)?|richiesta|connessione|paese|rete)|(?:sei|lei è) stat[oa]",
    refused:
      "bloccat[oa]|negat[oa]|limitat[oa]|vietat[oa]|rifiutat[oa]|bandit[oa]|sospett[oa]|(?:traffico|richieste|attività|accessi) (?:automati\\p{L}+|anomal\\p{L}+|insolit\\p{L}+)|non (?:è |sono )?(?:consentit|permess|autorizzat)\\p{L}|troppe richieste",
    phrase: "accesso (?:negato|bloccato|vietato)",
  },
  // Dutch
  {
    theirs: "(?:uw|je|jouw) (?:toegang|ip(?:-adres)?|adres|verzoek|aanvraag|verbinding|land|netwerk)|(?:u|je) bent",
    refused:
      "geblokkeerd|geweigerd|beperkt|ontzegd|verboten|afgewezen|verdacht\\p{L}*|(?:geautomatiseerd|automatisch|ongewoon)e? (?:verkeer|verzoeken)|niet toegestaan|te veel (?:verzoeken|aanvragen)",
    phrase: "toegang (?:geweigerd|geblokkeerd|ontzegd)",
  },
  // Scandinavian, Finnish
  {
    theirs:
      "(?:din|ditt|dit|dine|er|deres) (?:nätverk|nettverk|netværk|åtkomst|adgang|tilgang|ip(?:-?adresse?)?|begäran|forespørsel|anmodning)|du (?:har|er)|pääsysi|ip-osoitteesi",
    refused:
      "blocke?ra\\p{L}*|blokker\\p{L}*|blokeret|nekad\\p{L}*|nektet|nægtet|avvisat|avvist|begräns\\p{L}*|begrænset|begrenset|spärra\\p{L}*|sperret|estetty|rajoitettu|(?:automatisera[dt]|automatisk|automatiserede?|ovanlig|usædvanlig|uvanlig) (?:trafik|trafikk)|inte tillåt\\p{L}+|ikke tillat\\p{L}*|ikke tilladt|misstänkt\\p{L}*|mistenkelig\\p{L}*|mistænkelig\\p{L}*|epäilyttäv\\p{L}*",
  },
  // Polish
  {
    theirs:
      "(?:twój|twoj\\p{L}{1,3}|państwa|pana) (?:dostęp\\p{L}*|adres\\p{L}{0,2}(?: ip)?|ip|żądani\\p{L}*|zapytani\\p{L}*|połączeni\\p{L}*|sieci|kraju?)|został[ae]ś",
    refused:
      "zablokowan\\p{L}*|ograniczon\\p{L}*|odrzucon\\p{L}*|zabronion\\p{L}*|zbyt wiele (?:żądań|zapytań)|(?:automatyczn|zautomatyzowan)\\p{L}+ (?:ruch|zapytania|żądania)|(?:nie jest|nie są) dozwolon\\p{L}+|niedozwolon\\p{L}+|podejrzan\\p{L}*|nietypow\\p{L}+ (?:ruch|aktywno)\\p{L}*",
    phrase: "dostęp (?:\\p{L}+ ){0,3}(?:zablokowany|zabroniony|ograniczony)",
  },
  // Czech, Slovak
  {
    theirs:
      "(?:váš|vaše|vaší|vašej|vášho|tvůj|tvoj) (?:přístup|prístup|ip(?: adres\\p{L}*)?|adres\\p{L}*|požadav\\p{L}*|připojení|pripojenie|sít\\p{L}*|siet\\p{L}*|zem[ěi]|krajin\\p{L}*)|byl[aiy]? jste|boli ste",
    refused:
      "zablokován\\p{L}*|zablokovan\\p{L}*|omezen\\p{L}*|obmedzen\\p{L}*|odepřen\\p{L}*|odopretý|zamítnut\\p{L}*|zamietnut\\p{L}*|zakázán\\p{L}*|příliš mnoho požadavků|podezřel\\p{L}*|podozriv\\p{L}*|(?:není|nie je) (?:povolen|dovolen)\\p{L}*|automat\\p{L}+ (?:provoz|požadav|prevádzk|požiadav)\\p{L}*|neobvykl\\p{L}+ (?:provoz|aktivit)\\p{L}*",
    phrase: "(?:přístup|prístup) (?:odepřen|zamítnut|zakázán|zamietnutý|odopretý)",
  },
  // Russian, Ukrainian, Bulgarian
  {
    theirs:
      "(?:ваш|вашего|вашему|вашим|ваша|ваши|вашої|вашу|вашия(?:т)?|вашият) (?:\\p{L}+ )?(?:доступ\\p{L}*|ip(?:-адрес\\p{L}*)?|адрес\\p{L}*|устройств\\p{L}*|действи\\p{L}*|активност\\p{L}*|активніст\\p{L}*|дії|браузер\\p{L}*|компьютер\\p{L}*|комп'ютер\\p{L}*|пристро\\p{L}*|запрос\\p{L}*|запит\\p{L}*|країн\\p{L}*|мереж\\p{L}*|подключени\\p{L}*|заявка|сет\\p{L}+|страны?)|(?:вы|ви)(?= (?:(?:были|були|временно|тимчасово) ){0,2}(?:за?блок|забанен|ограничен|обмежен))",
    refused:
      "заблокирован\\p{L}*|заблокован\\p{L}*|блокиран\\p{L}*|ограничен\\p{L}*|обмежен\\p{L}*|запрещ[её]н\\p{L}*|заборонен\\p{L}*|отклон[её]н\\p{L}*|відхилен\\p{L}*|отказан\\p{L}*|забанен\\p{L}*|автомати\\p{L}+ (?:трафик|запрос|трафік|запит)\\p{L}*|не (?:разреш[её]н|дозволен|позволен|допуска)\\p{L}*|подозрительн\\p{L}*|підозріл\\p{L}*|похож\\p{L}* на автоматическ\\p{L}*|схож\\p{L}* на автоматичн\\p{L}*|слишком (?:много|част)\\p{L}* (?:запрос|обращ)\\p{L}*",
    phrase:
      "(?:вам|вас) (?:было |був |временно )?(?:отказан\\p{L}*|запрещ[её]н\\p{L}*|заборонен\\p{L}*|за?блок\\p{L}*)|доступ (?:\\p{L}+ ){0,3}(?:запрещ[её]н|ограничен|заблокирован|закрыт|заборонено|обмежено|забранен)",
  },
  // Turkish
  {
    theirs: "erişiminiz|ip(?: adresi|'?n)\\p{L}*|isteğiniz|talebiniz|ülkeniz\\p{L}*|ağınız\\p{L}*",
    refused:
      "engellen\\p{L}*|kısıtlan\\p{L}*|yasaklan\\p{L}*|reddedil\\p{L}*|sınırlan\\p{L}*|izin veril(?:mi|me)\\p{L}*|(?:şüpheli|olağan ?dışı|otomatik) (?:bir )?(?:trafik|etkinlik|aktivite|hareket|istek|işlem|davranış|erişim)\\p{L}*",
    phrase: "erişim(?:i)? (?:engellen\\p{L}*|engeli|yasak\\p{L}*)",
  },
  // Vietnamese, Indonesian, Malay
  {
    theirs:
      "của bạn|bạn(?= (?:đã |đang |tạm thời )?bị)|(?:akses|ip|alamat(?: ip)?|permintaan|koneksi|jaringan|negara) anda|anda(?= (?:telah |sudah |sedang )?(?:diblok|dilarang|disekat|dihalang))",
    refused:
      "bị (?:chặn|từ chối|khóa|giới hạn|cấm)|(?:lưu lượng|(?<!(?:máy chủ|hệ thống|trang web|website|dịch vụ) (?:đang )?)hoạt động|truy cập) (?:bất thường|đáng ngờ|tự động)|không được phép|diblokir|diblok|ditolak|dibatasi|dilarang|disekat|dihalang|(?:aktivitas|lalu lintas) (?:yang )?(?:mencurigakan|otomatis|tidak (?:biasa|wajar))|tidak diizinkan",
    phrase: "truy cập bị (?:chặn|từ chối)|akses (?:ditolak|diblokir|dibatasi)",
  },
  // Hungarian, Romanian, Greek
  {
    theirs:
      "(?:az? )?(?:ön )?(?:hozzáférése|ip-cím\\p{L}*|kérés[eé](?!k)\\p{L}*)|(?:accesul|adresa|ip-ul|cererea) (?:dvs|dumneavoastră|ta|tău)|(?:η|το|ο) (?:πρόσβασ\\p{L}+|διεύθυνσ\\p{L}+|αίτημά)(?: ip)? σας|ip σας",
    refused:
      "letilt\\p{L}*|korlátoz\\p{L}*|elutasít\\p{L}*|blocat\\p{L}*|restricționat\\p{L}*|respins\\p{L}*|interzis\\p{L}*|nem engedélyezett|nu este permis\\p{L}*|δεν επιτρέπ\\p{L}+|αποκλ\\p{L}+|απαγορ\\p{L}+|περιορ\\p{L}+|απορρίφ\\p{L}+",
  },
  // Croatian, Serbian, Bosnian, Slovene
  {
    theirs:
      "(?:vaš\\p{L}{0,3}|tvoj\\p{L}{0,3}) (?:\\p{L}+ )?(?:pristup\\p{L}*|dostop\\p{L}*|adres\\p{L}*|naslov\\p{L}*|zahtjev\\p{L}*|zahtev\\p{L}*|država|mrež\\p{L}*)",
    refused:
      "blokiran\\p{L}*|onemogućen\\p{L}*|onemogočen\\p{L}*|ograničen\\p{L}*|omejen\\p{L}*|zabranjen\\p{L}*|prepovedan\\p{L}*|odbijen\\p{L}*|zavrnjen\\p{L}*",
    phrase: "pristup (?:je )?(?:odbijen|zabranjen)|dostop (?:je )?(?:zavrnjen|prepovedan)",
  },
  // Most languages call the address by these letters, and the block by one root
  {
    theirs: "(?<!tcp/)ip",
    refused:
      "დაბლოკ\\p{L}+|бұғатта\\p{L}+|imezuiwa|தடுக்க[\\p{L}\\p{M}]+|\\p{L}{0,4}(?!block(?:s|ing|chain\\p{L}*)(?!\\p{L}))(?:blo[ckqķ]|блок)\\p{L}{2,}",
  },
  // Arabic, Persian, Hebrew: what is the reader's is said by an ending
  {
    theirs:
      "وصولك|عنوانك|عنوان|طلبك|اتصالك|بلدك|(?:درخواست|آدرس) شما|شما(?= مسدود)|دسترسی|آی ?‌?پی|הגישה|כתובת|הבקשה|הגישה שלך",
    refused:
      "حظر\\p{L}*|محظور|رفض|مرفوض|تقييد|مسدود|محدود|غیرمجاز|غیر مجاز|نחסמה|נחסמ\\p{L}*|נדחת\\p{L}*|חסומה|הוגבל\\p{L}*",
    phrase: "نشاط (?:مشبوه|غير (?:عادي|معتاد))|تم حظر \\p{L}+|الوصول مرفوض|דרישתך נחסמה",
  },
  // Japanese
  {
    theirs:
      "お客様|あなた|貴方|ご利用の(?:ip|ネットワーク|回線|環境)|お使いの(?:ip|ネットワーク|回線|端末)|このip|ipアドレス",
    refused:
      "拒否|制限|ブロック|遮断|禁止|許可されて(?:い)?(?:ません|ない)|自動(?:化され|的)[^。]{0,6}(?:リクエスト|アクセス|通信|トラフィック)",
    phrase:
      "アクセス(?:が|は|を)?(?:拒否|禁止|ブロック|遮断)|不審な(?:アクセス|通信)|不正な?アクセス(?!を?(?:防|対策))[^。]{0,20}(?:遮断|拒否|制限|ブロック)",
    unspaced: true,
  },
  // Chinese
  {
    theirs: "[您你](?:的|所在)?|当前ip|该ip|此ip|本次(?:访问|请求)|(?<!连接|連接|服务器|伺服器)(?:请求|請求)|访问|訪問",
    refused:
      "被?(?:拦截|攔截|阻断|阻斷|封禁|屏蔽|禁止访问|禁止訪問)|被(?:阻止|拒绝|拒絕|限制|禁止)|(?:访问|请求|操作|訪問|請求)(?:过于|過於|太)频?頻?繁|封[锁鎖]|自[动動](?:化的?)?(?:请求|請求|访问|訪問|流量|查询)|存在(?:安全)?(?:威胁|风险)|可疑",
    phrase:
      "拒绝访问|禁止访问|拒絕訪問|禁止訪問|(?:访问|訪問|操作|请求|用户|[您你]的?)(?:行为|行為)异常|限制[您你]的?(?:访问|訪問)|(?:检测到|檢測到|发现|發現|存在)[^，。]{0,8}异常(?:访问|流量)|(?<!是否已?|没有?|未|弹窗|窗口|广告)被[\\u4e00-\\u9fff]{0,12}(?:拦截|攔截|封禁|屏蔽)",
    unspaced: true,
  },
  // Korean
  {
    theirs: "귀하|고객님|회원님|사용자님|당신|접속하신|요청하신|(?:이|현재) ?ip|ip ?(?:주소)?",
    refused: "차단|제한|거부|금지|자동화된 ?(?:요청|접속|트래픽|쿼리)",
    phrase: "(?:접근|접속|요청)이? ?(?:차단|거부)|비정상적인? ?(?:접근|접속|트래픽)(?! ?(?:종료|오류|해제|끊))",
    unspaced: true,
  },
  // Thai, Hindi
  {
    theirs: "(?<!ขอบ)คุณ(?!ภาพ|ค่า|สมบัติ|ลักษณะ)|आपका|आपकी|आपके|आपको",
    refused: "ถูก(?:บล็อก|ปฏิเสธ|ระงับ|จำกัด)|अवरुद्ध|ब्लॉक|अस्वीकृत|प्रतिबंधित",
    unspaced: true,
  },
];
