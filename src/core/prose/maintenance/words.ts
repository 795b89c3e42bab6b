import type { MaintenanceLanguage } from "./language.ts";
import { MAINTENANCE_WORDS_ARABIC_TO_KOREAN } from "./words-arabic-to-korean.ts";

export const MAINTENANCE_WORDS: readonly MaintenanceLanguage[] = [
  // English
  {
    work: "(?:service|maintenance|update) window|(?:scheduled|planned) (?:shut ?downs?|closures?|break|service)(?! (?:information|info|map|schedule|times?|calendar|details|changes|hours)(?!\\p{L}))|(?:weekly|monthly|nightly|regular|routine|scheduled) updates?(?= |$)(?<=(?:for|during) (?:the|our|a) \\p{L}{6,9} updates?)|maintenance(?! (?:team|staff|crew|contract|plan|department|engineer|service|fee|cost|kit|guide|tip)s?)|(?:scheduled|planned) (?:downtime|outage|interruption)(?! (?:information|info|map|schedule|times?|calendar|details|changes|hours)(?!\\p{L}))|(?:scheduled|planned|technical) works?(?! (?:of|by)(?!\\p{L})| on (?!(?:our|this) |the (?:\\p{L}*site|servers?|system|platform|shop|app)(?!\\p{L})))",
    underWay:
      "under(?:going|taking)?|down|offline|closed|unavailable|inaccessible|currently|now|moment|temporarily|briefly|in progress|underway|ongoing|perform(?:ing|ed)|carr(?:y|ying|ied)|conduct(?:ing|ed)|doing|being|back|shortly|in maintenance|(?:until|till)(?= (?:\\d|noon|midnight|tomorrow|further))|due to|because of|for (?:scheduled|planned|routine|regular|urgent|emergency)",
    beside:
      "scheduled|planned|routine|regular|technical|urgent|emergency|system|site|website|web|server|service|mode|break|window|page|work|notice|the|our|this|is|we|are|sorry|503",
    or: "or(?! (?:so|two|three|more|\\d))",
  },
  // German
  {
    work: "geplante[rsn]? (?:unterbrechung|abschaltung|ausfallzeit|stillstand|betriebsunterbrechung|downtime)|(?:service|wartungs)fenster|betriebspause|(?:system|server|web(?:site|seiten)?|routine|datenbank|software|anlagen)?-?wartung(?:s(?:arbeit(?:en)?|modus|pause|fenster|seite))?|(?:wird|werden) (?:\\p{L}+ )?gewartet",
    underWay:
      "wegen|aufgrund|infolge|während|i[nm]|zur|zwecks|führen?|derzeit|zur ?zeit|momentan|gerade|aktuell|moment|vorübergehend|kurz(?:zeitig|fristig)?|bald|laufen|läuft|erreichbar|verfügbar|offline|bis(?= (?:\\d|morgen|mittag|montag))|durchgeführt|geschlossen|wird|werden",
    beside: "geplante|regelmäßige|technische|dringende|hinweis|website|seite|server|system",
    or: "oder(?! (?:so|zwei|drei))",
  },
  // French
  {
    work: "(?:interruption|coupure|arrêt|indisponibilité|opération(?: technique)?) (?:de service )?(?:programmée?|planifiée?)|interventions? techniques? (?:programmée?s?|planifiée?s?)|maintenance|travaux techniques",
    underWay:
      "en|pour|cause|raison|cours|actuellement|momentanément|temporairement|moment|effectu\\p{L}*|procéd\\p{L}*|suite|bientôt|pendant|indisponible|inaccessible|fermé",
    beside: "site|page|mode|programmée|planifiée|technique|opération|de|le|notre",
    or: "ou",
  },
  // Spanish
  {
    work: "(?:corte|parada|interrupción|cierre|suspensión) (?:del? servicio )?(?:programad[oa]|planificad[oa])|(?:web|sitio|página|tienda) en obras|(?:intervención|actuación) (?:técnica )?(?:programada|planificada)|mantenimiento|(?:trabajos|tareas) técnic[oa]s",
    underWay:
      "interrumpid[oa]|volvemos|en|por|bajo|actualmente|ahora|realizando|estamos|temporalmente|debido|durante|volvemos|volveremos|pronto|servicio|disponible|cerrad[oa]",
    beside: "modo|página|sitio|web|programado|de|labores|tareas",
    or: "o(?! (?:dos|tres|\\d))|u",
  },
  // Portuguese
  {
    work: "(?:parada|interrupção|paragem|pausa|suspensão) (?:técnica )?(?:programada|planeada|planejada)|intervenção (?:técnica )?(?:programada|planeada|planejada)|manuten[cç][aã]o",
    underWay:
      "em|para|por|devido|sob|estamos|realizando|momento|temporari\\p{L}*|durante|voltamos|voltaremos|breve|indisponível",
    beside: "modo|página|site|programada|de|aviso",
    or: "ou",
  },
  // Italian
  {
    work: "(?:sospensione|interruzione|fermo|chiusura) (?:del servizio )?(?:programmat[aoi]|pianificat[aoi])|intervent[oi] (?:tecnic[oi] )?(?:programmat[oi]|pianificat[oi])|intervent[oi] tecnic[oi] (?:di aggiornamento|straordinari[oi]|ordinari[oi])|manutenzione|lavori tecnici",
    underWay:
      "in|per|corso|sotto|momentaneamente|temporaneamente|attualmente|stiamo|effettu\\p{L}*|durante|torn\\p{L}*|presto|causa",
    beside: "modalità|pagina|sito|programmata|ordinaria|straordinaria|di",
    or: "o(?! (?:due|tre|\\d))|oppure",
  },
  // Catalan
  {
    work: "(?:aturada|interrupció|tall) (?:programa(?:da|t)|planifica(?:da|t))|manteniment",
    underWay: "en|per|estem|fent|temporalment|actualment",
    or: "o",
  },
  // Galician, Basque
  {
    work: "mantemento|mantentze-?lan\\p{L}*",
    underWay: "en|por|estamos|temporalmente|dago|daude|gaude|egiten|direla eta",
    or: "ou|edo",
  },
  // Romanian
  {
    work: "(?:întrerupere|oprire|pauză) (?:programată|planificată)|mentenan[țţt][ăa]|[îi]ntre[țţt]inere|lucr[ăa]ri tehnice",
    underWay: "[îi]n|pentru|momentan|temporar|curs|sub|efectu\\p{L}*",
    or: "sau|ori",
  },
  // Dutch, Afrikaans
  {
    work: "geplande (?:onderbreking|storing|downtime|uitval|stilstand)|(?:service|onderhouds)venster|(?:systeem|server|site|website)?-?onderhoud(?:s(?:werk(?:zaamheden)?|modus|pagina))?|instandhouding",
    underWay:
      "ondergaan|tans|weens|in|voor|wegens|vanwege|door|momenteel|tijdelijk|bezig|plegen|voeren|ondergaat|nu|even|terug|gesloten",
    beside: "gepland|technisch|modus|site|website|de|aan",
    or: "of",
    after: "na|sinds",
  },
  // Swedish
  {
    work: "planera(?:t|d|de)(?<!(?:information|uppgifter|karta|lista) (?:om|över|med) planera(?:t|d|de)) (?:driftstopp|avbrott|driftavbrott|driftsavbrott|service|stopp|nedtid)|service-?fönst\\p{L}{2,5}|underhåll(?:s(?:arbete|läge))?",
    underWay: "under|för|pågår|just nu|tillfälligt|utför|genomför|stängd|nere|grund",
    beside: "planerat|tekniskt",
    or: "eller",
  },
  // Danish, Norwegian
  {
    work: "planlagt (?:driftsstop|driftstopp|driftsstans|driftsafbrydelse|nedetid|service|stopp?|afbrydelse|avbrudd|nedlukning)|service-?vind(?:ue|u)\\p{L}{0,2}|vedligehold(?:else)?(?:s(?:arbejde|tilstand))?|vedlikehold(?:s(?:arbeid|modus))?",
    underWay:
      "under|for|grund|grundet|pga|øjeblikket|øyeblikket|midlertidig\\p{L}*|udfører|utfører|pågår|foregår|nede|lukket|stengt|lige nu|akkurat nå|er",
    beside: "planlagt|teknisk",
    or: "eller",
  },
  // Icelandic, Faroese
  { work: "viðhald\\p{L}*|viðlíkahald\\p{L}*", underWay: "vegna|niðri|í|unnið|er|stendur", or: "eða|ella" },
  // Finnish
  {
    work: "suunniteltu (?:katko|käyttökatko|keskeytys|palvelukatko)|(?:käyttö|palvelu)katko|huolto(?:katko|työ\\p{L}*|tau[kos]\\p{L}*|t[öo]i\\p{L}*)?|huollossa|huollon|huoltotöiden|ylläpitokatko",
    underWay:
      "vuoksi|takia|parhaillaan|hetkellä|käynnissä|suljettu|huollossa|huoltotauolla|huoltokatkolla|pian|tilapäisesti",
    or: "tai",
  },
  // Polish
  {
    work: "(?:zaplanowan|planowan)(?<!(?:informacj\\p{L}{1,2} o|map\\p{L}|list\\p{L}|harmonogram\\p{L}{0,2}) (?:zaplanowan|planowan))\\p{L}+ (?:przerw|wyłączeni|niedostępnoś|przestój|przestoj)\\p{L}*(?!:? (?:w dostaw|prądu|energii|wody|gazu|map|informacj))|okno serwisowe|konserwacj\\p{L}+|(?:prac|przerw)\\p{L}* (?:konserwacyjn|techniczn|serwisow|modernizacyjn)\\p{L}*",
    underWay:
      "trwa(?:ją)?|w|podczas|z powodu|ze względu|obecnie|aktualnie|prowadz\\p{L}*|przeprowadz\\p{L}*|chwilowo|czasowo|wkrótce|niedostępn\\p{L}*",
    beside: "planowana|tryb",
    or: "lub|albo|bądź",
    after: "po|od",
  },
  // Czech, Slovak
  {
    work: "plánovan(?<!(?:informac\\p{L}{1,2} o|map\\p{L}|přehled|prehľad|seznam|zoznam) plánovan)\\p{L}+ (?:výpad|přeruš|preruš|vypnut|nedostupnos)\\p{L}+(?!:? (?:proudu|prúdu|elektř|elektr|vody|plynu|dodáv|map|informac))|servisní(?:m|ho)? okn\\p{L}|údržb\\p{L}*|odstáv[kc]\\p{L}*|technick\\p{L}+ prác\\p{L}+",
    underWay:
      "probíh\\p{L}*|prebieh\\p{L}*|prov[áa]d\\p{L}*|vykonáva\\p{L}*|právě|práve|momentálně|momentálne|současn\\p{L}*|aktuál\\p{L}*|důvodu|dôvodu|dočasn\\p{L}*|kv[ůô]li|je|do(?= \\d)|režim\\p{L}*|brzy|čoskoro|mimo",
    beside: "plánovaná|webu|stránek|stránky|systému|serveru",
    or: "nebo|či|anebo|alebo",
    after: "po|od",
  },
  // Hungarian
  {
    work: "(?:(?<!(?:információk?|adatok) az? )tervezett (?:leállás|üzemszünet|szünet|kiesés)|(?<!tervezett )üzemszünet)\\p{L}*(?! (?:list|térkép|adat|inform))|karbantart\\p{L}*",
    underWay:
      "szünetel|alatt|miatt|jelenleg|fol\\p{L}+|zajl\\p{L}+|folyamatban|végz\\p{L}+|átmeneti\\p{L}*|hamarosan|éppen",
    beside: "tervezett|rendszer|szerver|oldal|az?",
    or: "vagy",
  },
  // Croatian, Serbian, Bosnian, Slovene, Macedonian
  {
    work: "(?:planiran|načrtovan)\\p{L} (?:prekid|zastoj|obustav|izpad|prekinit)\\p{L}*(?!:? (?:opskrb|struje|vode|kart|informacij))|održavanj\\p{L}*|vzdrževa\\p{L}*|одржавањ\\p{L}*|одржување(?:то)?",
    underWay:
      "toku|tijeku|teku|zbog|zaradi|trenutno|privremeno|začasno|na|pod|u|je|у|току|због|тренутно|привремено|во|тек|поради|моментално",
    or: "ili|ali|или",
    after: "po|od|nakon|posle|после|по|од",
  },
  // Bulgarian; "поддръжка" is also what one turns to for help
  {
    work: "(?:техническа |планова )?поддръжка(?:та)?|профилактик\\p{L}*|технически (?:дейности|работи)",
    underWay: "в момента|поради|процес|временно|режим|извършва\\p{L}*|под|провежда\\p{L}*|тече",
    or: "или",
  },
  // Russian, Belarusian
  {
    work: "(?:планов|запланирован)(?<!(?:информаци\\p{L}{1,2} об?|график\\p{L}{0,2}|карт\\p{L}|список|списки) (?:планов|запланирован))\\p{L}+ (?:перерыв|остановк|отключени|простой|простоя|обновлени)\\p{L}*(?!:? (?:электро|света|воды|газа|отоплени|график|карт|информаци))|(?:технич|тэхніч)\\p{L}+ (?:работ|обслуживани|абслугоўванн|перерыв)\\p{L}*|техработ\\p{L}*|техобслуживани\\p{L}*|(?:на|режим\\p{L}*) обслуживани\\p{L}+|(?:ремонтн|регламентн|профилактическ|планов)\\p{L}* работ\\p{L}*|профилактик\\p{L}*",
    underWay:
      "ведутся|ведем|ведём|проводятся|проводим|проводится|производятся|выполняются|идут|ид[её]т|на|в связи|связи|из-за|момент|сейчас|временно|причине|закрыт\\p{L}*|недоступ\\p{L}*|скоро|праводзяцца|вядуцца|ідуць",
    beside: "сайт|сайта|сайте|на|внимание|режим",
    or: "или|либо|або",
  },
  // Ukrainian
  {
    work: "(?:планов|запланован)(?<!(?:інформаці\\p{L}{1,2} про|графік\\p{L}{0,2}|карт\\p{L}|список|списки) (?:планов|запланован))\\p{L}+ (?:перерв|зупинк|відключенн|простій|оновленн)\\p{L}*(?!:? (?:електро|світла|води|газу|опаленн|графік|карт|інформаці))|технічн\\p{L}+ (?:робо|обслуговуванн|перерв)\\p{L}*|техробо\\p{L}*|(?:на|режим\\p{L}*) обслуговуванн\\p{L}+|(?:профілактичн|планов|регламентн|ремонтн)\\p{L}* робо\\p{L}*|профілактик\\p{L}*",
    underWay:
      "провод\\p{L}+|ведуться|тривають|триває|йдуть|виконуються|на|зв'язку|через|зараз|наразі|тимчасово|недоступ\\p{L}*|закрит\\p{L}*|скоро",
    beside: "сайт|сайту|на|режим",
    or: "або|чи",
  },
  // Turkish; "bakımından" is "in terms of", and creams are for "cilt bakımı"
  {
    work: "planl[ıi] (?:kesinti|durdurma|duruş|çalışma|kapatma)\\p{L}*(?! (?:hakkında |ile ilgili )?(?:bilgi|harita|liste|sorgu))|bak[ıi]m|bak[ıi]ma|bak[ıi]mda|bak[ıi]mday[ıi]z|bak[ıi]mdad[ıi]r|bak[ıi]m[ıi]|bak[ıi]m[ıi]m[ıi]z|bak[ıi]mlar[ıi]",
    underWay:
      "şu an(?:da)?|bak[ıi]mda\\p{L}*|alt[ıi]nda|nedeniyle|dolay[ıi]s[ıi]yla|yap[ıi]l\\p{L}+|çal[ıi]şma\\p{L}*|geçici|süre\\p{L}*|modu\\p{L}*|k[ıi]sa|aras[ıi]|sebebiyle",
    beside: "planl[ıi]|sistem|site|sitemiz|sunucu",
    or: "veya|ya da|yahut",
  },
  // Azerbaijani, Uzbek, Kazakh
  {
    work: "texniki işl[əe]r|texnik ishlar|техникалық жұмыстар|profilaktika",
    underWay: "aparılır|gedir|görülür|səbəb\\p{L}*|olib|ketmoqda|sababli|жүргізілуде|жүріп|байланысты",
    or: "v[əe] ya|yoki|немесе",
  },
  // Vietnamese
  {
    work: "(?:tạm ngừng|gián đoạn|tạm dừng)(?: dịch vụ)? theo (?:kế hoạch|lịch)|bảo trì|bảo dưỡng",
    underWay: "đang|tạm|để|trong|hiện|do|sẽ",
    beside: "hệ thống|website|trang|máy chủ|thông báo|định kỳ",
    or: "hoặc|hay",
    after: "sau|sau khi|kể từ",
  },
  // Indonesian, Malay
  {
    work: "(?:gangguan|pemadaman|penghentian|downtime)(?: layanan)? (?:terjadwal|terencana)|pemeliharaan|perbaikan|penyelenggaraan|maintenance",
    underWay: "sedang|dalam|masa|sementara|karena|kerana|untuk|menjalani|tengah",
    beside: "sistem|situs|website|server|mode",
    or: "atau",
  },
  // Greek
  {
    work: "προγραμματισμέν(?<!(?:πληροφορίες|ενημέρωση|χάρτης) (?:για |σχετικά με )?(?:τις |την |των )?προγραμματισμέν)\\p{L}+ (?:διακοπή|παύση|εργασί)\\p{L}*(?! (?:ρεύματος|ηλεκτρ|νερού))|συντήρηση\\p{L}*|συντήρησης",
    underWay: "υπό|σε|λόγω|για|προσωρινά|βρίσκεται|γίν\\p{L}+|εκτελ\\p{L}+|αυτή|εργασί\\p{L}+",
    or: "ή",
  },
  // Lithuanian, Latvian, Estonian
  {
    work: "(?:technini|profilaktikos|priežiūros) ?\\p{L}* darb\\p{L}*|apkop\\p{L}*|tehnisk\\p{L}+ darb\\p{L}*|hooldus(?:töö\\p{L}*|el|es|režiim\\p{L}*)?",
    underWay:
      "atliek\\p{L}*|vyksta|šiuo|laikinai|dėl|notiek|veic|veikti|šobrīd|īslaicīg\\p{L}*|tiek|tõttu|toimu\\p{L}*|praegu|ajutiselt|parasjagu|hooldusel|hoolduses",
    or: "arba|vai|või",
  },
  // Albanian, Swahili, Filipino
  {
    work: "mirëmbajtj\\p{L}*|matengenezo|pagpapanatili|maintenance",
    underWay:
      "në|për|aktualisht|përkohësisht|yanaendelea|kwa|kwenye|katika|chini ya|sasa|kasalukuyan\\p{L}*|isinasagawa|sumasailalim",
    or: "ose|au|o",
  },
  // Mongolian, Kyrgyz
  {
    work: "засвар\\p{L}*(?: үйлчилгээ)?|техникалык иштер",
    underWay: "хийгдэж|хийж|явагдаж|түр|улмаас|жүрүп|жүргүзүлүүдө|байланыштуу",
    or: "эсвэл|буюу|же",
  },
  // Welsh, Irish, Maltese
  {
    work: "(?:g?waith )?cynnal a chadw|cothabháil|manutenzjoni",
    underWay: "dan|ar gyfer|oherwydd|faoi|le haghaidh|taħt|għal|minħabba|bħalissa",
    or: "neu|nó|jew",
  },
  // Georgian, Armenian
  {
    work: "ტექნიკური სამუშაოები|պրոֆիլակտիկ\\p{L}*|տեխնիկական աշխատանքներ\\p{L}*",
    underWay: "მიმდინარეობს|ტარდება|გამო|տարվում|կատարվում|պատճառով",
    or: "ან|կամ",
  },
  ...MAINTENANCE_WORDS_ARABIC_TO_KOREAN,
];
