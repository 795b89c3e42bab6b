import { describe, expect, it } from "vitest";
import { isWaitingRoom, isWaitingRoomPage } from "../../../../src/core/prose/waiting-room.ts";

describe("a waiting room", () => {
  it.each<[string, number, Record<string, string>, string]>([
    ["Queue-it, by its header", 200, { "x-queueit-redirect": "https%3A%2F%2Fshop.queue-it.net" }, ""],
    [
      "Queue-it, by its page",
      200,
      {},
      '<script src="https://static.queue-it.net/a.js"></script><body data-pageid="queue">',
    ],
    ["Cloudflare Waiting Room", 503, {}, "<title>Waiting Room powered by Cloudflare</title>"],
    ["Netacea", 200, {}, '<script src="https://shop.netacea.net/q.js"></script><h1>You are in the queue</h1>'],
    ["AWS Virtual Waiting Room", 200, {}, "<title>\n AWS Virtual Waiting Room Entry</title>"],
    ["CrowdHandler", 200, {}, '<link href="https://wait.crowdhandler.com/x.css">'],
  ])("is recognised: %s", (_name, status, headers, body) => {
    expect(
      isWaitingRoom({
        kind: "response",
        url: "https://shop.example/",
        status,
        headers: Object.entries(headers),
        body,
        truncated: false,
      }),
    ).toBe(true);
  });

  it.each<[string, string]>([
    [
      "a page that carries Queue-it's script, as all pages of such a site do",
      '<script src="https://static.queue-it.net/script/queueclient.min.js"></script><h1>Shop</h1>',
    ],
    ["an article about queues", "<h1>How a waiting room works</h1><p>You are in the queue</p>"],
    ["an error of Cloudflare's", "<title>shop.example | 502: Bad gateway</title>"],
  ])("is not %s", (_name, body) => {
    expect(
      isWaitingRoom({
        kind: "response",
        url: "https://shop.example/",
        status: 200,
        headers: [],
        body,
        truncated: false,
      }),
    ).toBe(false);
  });

  it("cannot be told from a redirect", () => {
    expect(isWaitingRoom({ kind: "redirect", url: "https://shop.example/" })).toBe(false);
  });
});

describe("a page in the tab", () => {
  it.each([
    ["its words", "<h1>You are in line</h1>"],
    ["its words in German", "<h1>Sie befinden sich in der Warteschlange</h1>"],
    ["its words in German, to a friend", "<p>Du bist jetzt in der virtuellen Warteschlange.</p>"],
    ["its words in French", "<p>Vous êtes actuellement dans la file d’attente.</p>"],
    ["its words in Spanish", "<p>Estás en la cola.</p>"],
    ["its words in Portuguese", "<p>Você está na fila.</p>"],
    ["its words in Italian", "<p>Ora sei in coda</p>"],
    ["its polite words in Spanish", "<p>Espere, por favor. Ahora está en la cola.</p>"],
    ["its words to whoever it calls usted", "<p>En este momento usted se encuentra en una sala de espera.</p>"],
    ["its polite words in Italian", "<p>È in coda: la preghiamo di attendere.</p>"],
    ["its words in Dutch", "<h1>Je staat in de wachtrij</h1>"],
    ["its words in Swedish", "<h1>Du står i kö</h1>"],
    ["its words in Danish", "<h1>Du er i kø</h1>"],
    ["its words in Polish", "<p>Jesteś w kolejce.</p>"],
    ["its words in Czech", "<p>Jste ve frontě.</p>"],
    ["its words in Russian", "<p>Вы находитесь в очереди.</p>"],
    ["its words in Ukrainian", "<p>Ви зараз у черзі.</p>"],
    ["its words in Turkish", "<p>Sıradasınız. Lütfen bekleyin.</p>"],
    ["its words in Vietnamese", "<p>Bạn đang trong hàng đợi.</p>"],
    ["its words in Indonesian", "<p>Anda sedang berada dalam antrean.</p>"],
    ["its words in Chinese", "<p>您正在排队，请稍候。</p>"],
    ["its words in Japanese", "<p>順番にご案内しております。</p>"],
    ["its words in Korean", "<p>현재 접속 대기 중입니다.</p>"],
    ["a sentence among others", "<p>Many want in. You are now in a virtual queue, so please wait.</p>"],
    ["words with an apostrophe of markup's", "<h1>You&rsquo;re in the queue</h1>"],
    ["its product's mark", "<p>Waiting Room powered by Cloudflare</p>"],
  ])("is a waiting room's by %s", (_what, html) => {
    expect(isWaitingRoomPage(html)).toBe(true);
  });

  it.each([
    ["a script for something else", '<h1>Overloaded</h1><script>const chat = "You are in the queue";</script>'],
    ["a remark that nobody reads", "<!-- shown when you are in line --><h1>Overloaded</h1>"],
    ["a condition", "<p>We are overloaded. If you are in line at a branch, ask there.</p>"],
    ["a condition in German", "<p>Wenn Sie in der Warteschlange sind, haben Sie Geduld. Sie sind überlastet.</p>"],
    ["a condition in French", "<p>Si vous êtes dans la file d’attente d’une agence, patientez.</p>"],
    ["a condition in Italian", "<p>Quando sei in coda allo sportello, chiedi lì.</p>"],
    ["a condition in Spanish", "<p>Cuando estás en la cola de una oficina, pregunta allí.</p>"],
    ["a condition in Russian", "<p>Если вы в очереди, подождите.</p>"],
    ["a queue of the machine's, in Chinese", "<p>消息队列不可用。</p>"],
    ["a line of callers, in Japanese", "<p>お電話は順番にご案内しております。</p>"],
    ["a wait that is no line, in Korean", "<p>잠시만 기다려 주세요.</p>"],
    ["a queue of the machine's", "<p>Ihre Anfrage steht in der Warteschlange des Servers.</p>"],
    ["a queue of the machine's, in Spanish", "<p>Su solicitud está en la cola del servidor.</p>"],
    ["a queue of the machine's, in Portuguese", "<p>O seu pedido está na fila do servidor.</p>"],
    ["a queue of the machine's, in Italian", "<p>La tua richiesta è in coda.</p>"],
  ])("is none by the same words in %s", (_what, html) => {
    expect(isWaitingRoomPage(html)).toBe(false);
  });
});
