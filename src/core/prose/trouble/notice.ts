import { lazily } from "../../lazily.ts";
import type { Prose } from "../page/prose.ts";
import { failed, unplanned } from "../sentence/failure-words.ts";

/** A store without which no page can be made. */
const store = lazily(
  () =>
    /(?<!\p{L})(?:databases?|db|(?:my)?sql|redis|datenbank\p{L}*|bases? de d(?:atos|onnées|ades)|banco de dados|baz\p{L}* danych|баз\p{L}* (?:данных|даних)|veritabanı\p{L}*|cơ sở dữ liệu|basis data)(?!\p{L})|数据库|資料庫|データベース|데이터베이스/u,
);

/** Whether a sentence names a store that a page is made from, or trouble that nobody has planned. */
export const namesTrouble = (sentence: string): boolean => unplanned().test(sentence) || store().test(sentence);

/** Whether a page names a failure as its reason: a store that is out of reach, or trouble that nobody has planned. */
export const reportsTrouble = ({ sentences }: Prose): boolean =>
  sentences.some((sentence) => unplanned().test(sentence) || (store().test(sentence) && failed().test(sentence)));
