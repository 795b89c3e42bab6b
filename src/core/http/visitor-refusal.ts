import { speaksOfLoad } from "./load-notice.ts";
import { speaksOfMaintenance } from "./maintenance-notice.ts";
import type { Prose } from "./prose.ts";
import { REFUSAL_WORDS } from "./refusal-words.ts";

const LANGUAGES = REFUSAL_WORDS.map(({ theirs, refused, phrase, unspaced }) => {
  const whole = (words: string) => new RegExp(unspaced ? `(?:${words})` : `(?<!\\p{L})(?:${words})(?!\\p{L})`, "u");
  return { theirs: whole(theirs), refused: whole(refused), phrase: phrase === undefined ? null : whole(phrase) };
});

/** What is left of a sentence that refuses the reader, once the refusal is taken out; null where it refuses nobody. */
function restOfRefusal(sentence: string): string | null {
  for (const { theirs, refused, phrase } of LANGUAGES) {
    if (phrase?.test(sentence)) return sentence.replace(phrase, " ");
    if (theirs.test(sentence) && refused.test(sentence)) return sentence.replace(refused, " ");
  }
  return null;
}

/**
 * Whether a page says that it is its reader who is refused: their access, their address, their request. A request that
 * a full or a closed site turns away is refused to everybody.
 */
export const refusesVisitor = ({ sentences }: Prose): boolean =>
  sentences.some((sentence) => {
    const rest = restOfRefusal(sentence);
    return rest !== null && !speaksOfLoad(rest) && !speaksOfMaintenance(rest);
  });

/** Proof that the reader is a person, in the larger languages: what is asked for, or that their browser is looked at. */
const PROOF: readonly RegExp[] = [
  /(?:verify|verifying|prove|confirm|make sure|making sure|ensure|check(?:ing)?) (?:that )?(?:you(?:'re| are)?|if you are) (?:a |an )?(?:not a |human|person|real)/u,
  /are you (?:a )?(?:human|robot)|(?:i'm|you're|you are) not a (?:ro)?bot|robot check/u,
  /(?:checking|verifying|inspecting) your (?:browser|connection|request)|your (?:browser|request|connection) is being (?:checked|verified)/u,
  /^(?:just a|one) moment(?:, please)?$|ddos protection by|enable javascript and (?:cookies to continue|reload)|complete (?:the|a) (?:security check|captcha|challenge)|(?:enter|type) the characters you see/u,
  /(?:mensch sind|kein roboter|browser wird (?:überprüft|geprüft))|(?:êtes|vous n'êtes pas un) (?:bien )?(?:un )?(?:humain|robot)/u,
  /(?:no (?:eres|es) un robot|eres humano|es humano)|(?:não (?:é|sou) um robô|você é humano)|non sei un robot|sei umano/u,
  /вы не робот|что вы человек|проверка браузера|проверяем ваш браузер|ви не робот|nie jesteś robotem|nejste robot|geen robot/u,
  /robot olmad\p{L}+|insan oldu\p{L}+|không phải (?:là )?(?:robot|người máy)|bukan robot/u,
  /人机验证|人機驗證|安全验证|安全驗證|不是机器人|不是機器人|是真人|检查您的浏览器|ロボットではありません|人間であること|로봇이 아닙?니?|사람인지 확인/u,
];

/** Whether a page asks its reader to show that they are a person. */
export const asksForProof = ({ sentences }: Prose): boolean =>
  sentences.some((sentence) => PROOF.some((pattern) => pattern.test(sentence)));
