/**
 * How one language speaks of maintenance, as sources of patterns for text in lower case. Ordinary words of the
 * languages; whole words, for "Wartung" also stands in "Erwartungen".
 */
export interface MaintenanceWords {
  /** The work itself. By itself in a heading it is an announcement. */
  readonly work: string;
  /** What says that the work is under way: beside the work, for both together are an announcement. */
  readonly underWay: string;
  /** What may stand beside the work in a heading that says nothing else. */
  readonly beside?: string;
  /** "Or": work that is one of two reasons is announced by nobody. */
  readonly or: string;
  /** "After" and "since", right before the work, where they are words of this language alone. */
  readonly after?: string;
  /** Beside these the work is another matter: a page of news, a policy, a thing done every hour. */
  readonly unless?: string;
  /** The script puts no spaces between words. */
  readonly unspaced?: true;
}

/** The languages of `MAINTENANCE_WORDS` from the Arabic script to the Korean. */
export const MAINTENANCE_WORDS_OF_OTHER_SCRIPTS: readonly MaintenanceWords[] = [
  // Arabic
  {
    work: "(?:انقطاع|توقف|إيقاف) (?:مجدول|مخطط)(?: له)?|(?:لل|بال|ال|و)?صيانة",
    underWay: "قيد|تحت|جاري?ة?|حاليا|حالياً|أعمال|نقوم|نجري|بسبب|مؤقت\\p{L}*|للصيانة|[يت]خضع|وضع|في|سنعود|نعود",
    or: "أو",
  },
  // Persian
  {
    work: "تعمیر(?:ات)?(?: و نگهداری)?|نگهداری|به ?\\u200c?روز ?\\u200c?رسانی|بروز ?\\u200c?رسانی",
    underWay: "در حال|دست|تحت|موقت\\p{L}*|دلیل|هم ?\\u200c?اکنون|حالت",
    or: "یا",
  },
  // Hebrew
  {
    work: "(?:הפסקה|השבתה) (?:מתוכננת|יזומה)|(?:ל|ב|ה)?תחזוק(?:ה|ת)",
    underWay: "עובר\\p{L}*|תחת|כרגע|עקב|לצורך|זמנית|מצב|בעבודות|עבודות|מבצעים|בתחזוקה",
    or: "או",
  },
  // Urdu
  { work: "دیکھ بھال|مرمت", underWay: "جاری|کے لیے|عارضی|فی الحال|وجہ|زیر", or: "یا" },
  // Hindi, Marathi, Bengali, Tamil, Telugu: vowel signs are no letters
  {
    work: "रखरखाव|रख-रखाव|अनुरक्षण|(?<!ग्राहक )देखभाल|मर्मत|রক্ষণাবেক্ষণ|பராமரிப்(?:பு|பில்)|నిర్వహణ",
    underWay:
      "जारी|चल रहा|के लिए|के कारण|अस्थायी|अभी|वर्तमान|अंतर्गत|के तहत|के अधीन|में है|भइरहेको|অধীনে|உள்ளது|सुरू|চলছে|জন্য|সাময়িক|বর্তমানে|কারণে|நடைபெற|காரணமாக|தற்போது|జరుగుతో|కారణంగా|ప్రస్తుతం",
    or: "या|किंवा|অথবা|বা|அல்லது|లేదా",
    unspaced: true,
  },
  // Gujarati, Punjabi, Kannada, Malayalam, Sinhala, Burmese, Lao, Khmer, Amharic
  {
    work: "જાળવણી|ਰੱਖ-ਰਖਾਅ|ನಿರ್ವಹಣೆ|അറ്റകുറ്റപ്പണി|නඩත්තු|ပြုပြင်ထိန်းသိမ်း|ບຳລຸງຮັກສາ|ថែទាំ(?!អតិថិជន)|ጥገና",
    underWay: "હેઠળ|ચાલુ|માટે|ਅਧੀਨ|ਲਈ|ಯಲ್ಲಿದೆ|ಅಡಿಯಲ್ಲಿ|നടക്കുന്നു|നടന്നു|യിലാണ്|කටයුතු|යටතේ|နေပါသည်|နေသည်|ກຳລັງ|ຢູ່ໃນ|កំពុង|ដើម្បី|ላይ|ምክንያት",
    or: "અથવા|ਜਾਂ|ಅಥವಾ|അല്ലെങ്കിൽ|හෝ|သို့မဟုတ်|ຫຼື|ឬ|ወይም",
    unspaced: true,
  },
  // Thai
  {
    work: "ปิดระบบตามกำหนด|หยุดให้บริการตามแผน|ปิดปรับปรุง|(?:อยู่ระหว่าง|กำลัง)(?:การ)?ปรับปรุง(?!ประสบการณ์|ข้อมูล|คุณภาพ|บริการ)|ปรับปรุง(?:ระบบ|เว็บไซต์|เซิร์ฟเวอร์)|บำรุงรักษา|ซ่อมบำรุง",
    underWay: "กำลัง|อยู่ระหว่าง|ปิด|ชั่วคราว|ขณะนี้|เพื่อ",
    or: "หรือ",
    unspaced: true,
  },
  // Japanese
  {
    work: "計画(?:停止|メンテナンス)|(?:定期|計画)休止|サービス停止のお知らせ|メンテナンス|保守(?:作業|点検)|(?:定期|緊急|システム|サーバー?)(?:保守|点検)",
    underWay: "中|実施|行って|ただいま|只今|現在|のため|作業|による|期間|停止",
    beside: "システム|サーバー|定期|緊急|臨時|のお知らせ|お知らせ",
    or: "か、|または|もしくは|あるいは",
    unspaced: true,
  },
  // Chinese; without a thing that is kept up the word also means to stand up for something
  {
    work: "停机(?:升级|更新|公告|维护)|停機(?:升級|更新|公告|維護)|(?:停服|停机)(?:维护|更新)|(?:计划|計劃|例行)(?:停机|停機|停服)|(?:系统|系統|网站|網站|网页|服务器|伺服器|服务|服務|技术|技術|停机|停機|例行|定期|日常|临时|臨時|紧急|緊急|升级|升級|数据|数据库|平台|设备)(?:维护|維護|维修|維修|检修|檢修)|(?:维护|維護|维修|維修)(?:中|升级|升級|模式|期间|期間|通知|公告)|(?:正在|进行|進行)(?:维护|維護|维修|維修|升级维护)",
    underWay: "停机|停機|停服|中|正在|进行|進行|暂停|暫停|暂时|暫時|目前|现在|現在|期间|期間|因|模式|稍后|稍後|停止",
    or: "或",
    unspaced: true,
  },
  // Korean; readers are asked to look after their own connection in the same word
  {
    work: "(?:계획|정기|예정)(?:된)? ?(?:중단|정지)|(?:업데이트|패치) ?점검|점검(?!해|하(?:시|세|십|여|기)|할|을 (?:부탁|요청))|유지 ?보수|(?:서버|시스템|사이트|홈페이지) ?정비|메인터넌스",
    underWay: "중|진행|작업|실시|인해|인하여|위해|위한|현재|일시|시간",
    beside: "서버|시스템|정기|긴급|임시|사이트|홈페이지|서비스|안내|공지",
    or: "또는|혹은|이나",
    unspaced: true,
  },
];
