import { describe, expect, it } from "vitest";
import { proseOf } from "../../../../../src/core/prose/page/prose.ts";
import { asksForProof } from "../../../../../src/core/prose/refusal/notice.ts";

const asks = (text: string): boolean => asksForProof(proseOf(`<h1>${text}</h1>`));

describe("a captcha", () => {
  it.each([
    "To continue, please type the letters you see in the image below.",
    "Slide to verify",
    "Enter the characters you see below",
    "Type the code you see in the image",
    "Please complete the security check to reach the database",
    "We cannot complete the request until you prove that you are not a robot",
    "Because our servers are under attack, please complete the captcha",
    "Resuelve el captcha para continuar.",
    "Introduzca los caracteres de la imagen",
    "Veuillez résoudre le captcha pour continuer.",
    "Saisissez les caractères affichés dans l'image",
    "Bitte lösen Sie das Captcha, um fortzufahren.",
    "Geben Sie die Zeichen aus dem Bild ein",
    "Risolvi il captcha per continuare",
    "Inserisci i caratteri dell'immagine",
    "Resolva o captcha para continuar",
    "Digite as letras da imagem",
    "Los de captcha op om door te gaan",
    "Введите символы с картинки, чтобы продолжить.",
    "Пройдите капчу",
    "Введіть код із зображення",
    "Przepisz kod z obrazka, aby kontynuować.",
    "Opište znaky z obrázku",
    "Devam etmek için lütfen resimdeki karakterleri girin.",
    "Vui lòng nhập mã xác nhận để tiếp tục.",
    "Masukkan captcha untuk melanjutkan",
    "请输入图片中的字符",
    "请拖动滑块完成拼图",
    "画像に表示された文字を入力してください",
    "보안문자를 입력해 주세요",
  ])("is asked for: %s", (text) => {
    expect(asks(text)).toBe(true);
  });

  it.each([
    "We could not load the captcha because our server is down.",
    "The reCAPTCHA service could not be reached by our server.",
    "Das Captcha konnte nicht geladen werden",
    "Le captcha est en panne",
    "Капча не загрузилась",
    "图片加载失败",
    "이미지를 불러올 수 없습니다",
    "安全验证服务不可用",
    "安全验证系统异常",
    "Unable to complete the security check. Service unavailable",
    "We were unable to complete the security check",
    "보안문자 서버 오류로 입력할 수 없습니다",
    "Security check: could not complete the captcha because of a server error",
    "Enter the code you see on your television",
  ])("is not asked for: %s", (text) => {
    expect(asks(text)).toBe(false);
  });
});

describe("a look at the reader's browser", () => {
  it.each([
    "正在验证您的浏览器，请稍候，页面将自动跳转。",
    "正在檢查您的瀏覽器",
    "ロボットによるアクセスではないことを確認してください。",
    "در حال تأیید اینکه شما انسان هستید.",
  ])("is told: %s", (text) => {
    expect(asks(text)).toBe(true);
  });
});
