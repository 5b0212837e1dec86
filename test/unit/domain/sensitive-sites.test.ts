import { describe, expect, it } from "vitest";
import { isSensitiveHost } from "../../../src/domain/sensitive-sites";

describe("isSensitiveHost", () => {
  it.each([
    [
      "mail",
      ["mail.google.com", "outlook.live.com", "webmail.example.org", "mail2.example.de", "www.gmx.net", "proton.me"],
    ],
    ["banks", ["www.chase.com", "secure05.chase.com", "www.sparkasse.de", "particuliers.sg.fr", "www.caixabank.es"]],
    ["banks of Asia and Brazil", ["www.smbc.co.jp", "obank.kbstar.com", "mybank.icbc.com.cn", "www.itau.com.br"]],
    [
      "a bank by its words",
      ["banking.example.de", "meinonlinebanking.example.at", "netbanking.example.in", "first.bank"],
    ],
    ["brokers", ["www.fidelity.com", "client.schwab.com", "app.traderepublic.com", "www.rakuten-sec.co.jp"]],
    ["payment", ["www.paypal.com", "pay.google.com", "checkout.example.com", "www.alipay.com"]],
    [
      "patients and insurers",
      ["mychart.example.org", "www.nhs.uk", "www.ameli.fr", "www.doctolib.de", "www.aetna.com"],
    ],
    [
      "tax and sign-in",
      ["www.irs.gov", "www.elster.de", "www.impots.gouv.fr", "login.example.com", "accounts.google.com"],
    ],
    ["any spelling of a host", ["WWW.PayPal.COM", "www.paypal.com."]],
  ])("knows %s", (_, hosts) => {
    expect(hosts.filter((host) => !isSensitiveHost(host))).toEqual([]);
  });

  it.each([
    ["news about money", ["www.bankrate.com", "www.americanbanker.com", "www.bankingdive.com", "finance.yahoo.com"]],
    ["news about health", ["www.healthline.com", "www.webmd.com", "www.statnews.com", "health.usnews.com"]],
    [
      "newspapers with such letters in their names",
      ["www.dailymail.co.uk", "mailonline.example", "www.paymentsdive.com"],
    ],
    ["filings and statistics of governments", ["www.sec.gov", "www.bls.gov", "www.federalreserve.gov", "www.gov.br"]],
    ["what only ends alike", ["notchase.com", "purchase.com", "mypaypal.com.example.net"]],
    ["hosts without a name", ["localhost", "192.168.0.1", ""]],
  ])("leaves alone %s", (_, hosts) => {
    expect(hosts.filter(isSensitiveHost)).toEqual([]);
  });
});
