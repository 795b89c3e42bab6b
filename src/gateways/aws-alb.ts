import { field, type GatewayFamily, type GatewayWord } from "./gateway.ts";

/** nginx's page without the line that carries nginx's name. */
const PAGE = /<body[^>]{0,40}>\s{0,4}<center><h1>50[0234] [A-Za-z -]{5,40}<\/h1><\/center>\s{0,4}<\/body>/i;

const WORDS: Partial<Record<number, GatewayWord>> = {
  502: "no-valid-answer",
  // It fails open while targets are merely unhealthy: this status means that there are none to send to.
  503: "origin-down",
  504: "origin-slow",
};

export const awsAlb: GatewayFamily = {
  id: "aws-alb",
  product: "AWS Application Load Balancer",
  recognise(sample) {
    const found = { family: "aws-alb", product: "AWS Application Load Balancer" };
    // The balancer keeps the Server field of what it passes on, so its own name means its own answer;
    // with another text, that is a fixed response which the site wrote.
    const named = /^awselb\//i.test(field(sample, "server"));
    if (PAGE.test(sample.body)) return { ...found, word: WORDS[sample.status] ?? "passed-on" };
    return named ? { ...found, word: "passed-on" } : null;
  },
};
