const FORM = /<form\b[^<>]{0,1000}>/gi;
const FIELD = /<(input|textarea|select|img)\b[^<>]{0,1000}>/gi;
const TYPE = /\btype ?= ?["']?([a-z-]{1,20})/i;
const CAPTCHA = /captcha/i;
/** Fields that nobody types into. */
const UNTYPED: readonly string[] = ["hidden", "submit", "button", "image", "reset", "checkbox"];

/** Whether a form asks for nothing but the answer to a picture. One that asks for more holds a captcha beside that. */
function asksForAnswerAlone(form: string): boolean {
  const fields = [...form.matchAll(FIELD)];
  const typed = fields.filter(
    ([field, name = ""]) =>
      name.toLowerCase() !== "img" && !UNTYPED.includes(TYPE.exec(field)?.[1]?.toLowerCase() ?? "text"),
  );
  const [answer] = typed;
  if (answer === undefined || typed.length > 1) return false;
  return (
    CAPTCHA.test(answer[0]) || fields.some(([field, name]) => name?.toLowerCase() === "img" && CAPTCHA.test(field))
  );
}

/** Whether a page holds a form that asks for the answer to a captcha, and for nothing else. */
export const holdsCaptchaForm = (html: string): boolean =>
  CAPTCHA.test(html) &&
  [...html.matchAll(FORM)].some(({ 0: form, index }) =>
    asksForAnswerAlone(html.slice(index + form.length).split(/<\/?form\b/i, 1)[0] ?? ""),
  );
