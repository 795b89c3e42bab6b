import { describe, expect, it } from "vitest";
import { leadsTo, speaksAsPortal } from "../../../../src/core/http/portal-marks.ts";

const led = (body: string) => leadsTo({ body, host: "shop.example" });

describe("where a page leads", () => {
  it.each([
    ["a refresh", '<meta http-equiv="refresh" content="0; url=http://login.wifi.example/?to=shop.example">'],
    ["a refresh in quotes of its own", "<meta http-equiv=refresh content=\"0;URL='https://login.wifi.example/'\">"],
    ["a script", '<script>window.location.href = "http://login.wifi.example/hotspot";</script>'],
    ["a script's call", '<script>location.replace("http://LOGIN.wifi.example:8080/")</script>'],
    ["a form", '<form method=post action="https://login.wifi.example/auth">'],
    [
      "a form that asks who you are",
      '<form action="http://login.wifi.example/in"><input name="room"><input name=name></form>',
    ],
    [
      "one that asks for a password",
      '<form action="http://login.wifi.example/"><input type="password" name=voucher></form>',
    ],
    ["an address for programs", "<LoginURL>https://login.wifi.example/x</LoginURL>"],
  ])("is told by %s", (_what, body) => {
    expect(led(body)).toEqual(["login.wifi.example"]);
  });

  it("is told by a host whose name only ends like a service's", () => {
    const hosts = ["paypal.com.hotel.example", "netx.com", "google.hotel.example"];
    expect(led(hosts.map((host) => `<script>location.href="http://${host}/"</script>`).join(""))).toEqual(hosts);
  });

  it.each([
    ["a link", '<a href="http://login.wifi.example/">log in</a>'],
    ["a namespace", '<html xmlns="http://www.w3.org/1999/xhtml">'],
    ["the page's own host", '<form method=post action="https://shop.example/login">'],
    ["a search box", '<form action="https://search.example/find"><input name=q></form>'],
    ["a search box that says so", '<form action="https://search.example/find" method="get">'],
    [
      "a search box with what it sends along",
      '<form action="https://search.example/"><input type=hidden name=lang><input type="search" name=q><input type=submit>',
    ],
    [
      "a search box before a log-in",
      '<form action="https://search.example/"><input name=q></form><form action=/in><input name=a><input type=password>',
    ],
    ["a posted form beside a search box", '<form method=post action="/x"><form action="https://search.example/">'],
    ["an address in a script", '<script>var url = "https://counter.example/hit.js";</script>'],
    ["an address within the site", '<meta http-equiv="refresh" content="5; url=/cart">'],
    ["a payment", '<form action="https://www.paypal.com/cgi-bin/webscr" method="post"><input type=hidden name=cmd>'],
    ["a sign-in by somebody else", "<button onclick=\"location.href='https://accounts.google.com/o/oauth2/auth'\">"],
    [
      "a way back to a search engine of some country",
      '<meta http-equiv="refresh" content="9; url=http://www.google.co.uk/">',
    ],
    ["a newsletter", '<form method=post action="https://shop.us1.list-manage.com/subscribe"><input name=email>'],
  ])("is not told by %s", (_what, body) => {
    expect(led(body)).toEqual([]);
  });
});

describe("the networks' own machine language", () => {
  it("is known by its outermost element, in a comment as well", () => {
    expect(speaksAsPortal("<!-- <?xml version='1.0'?><WISPAccessGatewayParam xmlns:xsi='x'> -->")).toBe(true);
    expect(speaksAsPortal("<p>Our Wi-Fi wants a log-in.</p>")).toBe(false);
  });
});
