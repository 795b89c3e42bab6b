/**
 * Services that pages which have nothing in common lead to alike: to sign in, to pay, to share, to subscribe, to search.
 * Names of the DNS under which all their hosts stand.
 */
const SERVICES: ReadonlySet<string> = new Set([
  ...["alipay.com", "amazon.com", "apple.com", "baidu.com", "bing.com", "duckduckgo.com", "ecosia.org", "facebook.com"],
  ...["formspree.io", "github.com", "gitlab.com", "google.com", "instagram.com", "kakao.com", "klarna.com", "line.me"],
  ...["linkedin.com", "list-manage.com", "live.com", "mail.ru", "mailchimp.com", "messenger.com", "microsoft.com"],
  ...[
    "microsoftonline.com",
    "mollie.com",
    "msn.com",
    "naver.com",
    "ok.ru",
    "pagseguro.uol.com.br",
    "paypal.com",
    "paytm.com",
  ],
  ...["pinterest.com", "qq.com", "reddit.com", "stripe.com", "t.me", "telegram.org", "tiktok.com", "twitter.com"],
  ...["vk.com", "wa.me", "weibo.com", "whatsapp.com", "wikipedia.org", "wordpress.com", "x.com", "yahoo.com"],
  ...["yandex.ru", "youtube.com"],
]);

/** Google and Amazon have one name in each country. */
const IN_COUNTRIES = /^(?:google|amazon)\.(?:com?\.)?[a-z]{2}$/;

/** Whether a host belongs to a service that anybody's page may lead to, so that two that do need no writer in common. */
export function isPublicService(host: string): boolean {
  const labels = host.toLowerCase().replace(/\.$/, "").split(".");
  return labels.some((_, from) => {
    const name = labels.slice(from).join(".");
    return SERVICES.has(name) || IN_COUNTRIES.test(name);
  });
}
