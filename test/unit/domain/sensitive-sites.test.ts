import { describe, expect, it } from "vitest";
import curatedSites from "../../../src/domain/curated-sites.json";
import { isInSensitiveFolder, isSensitiveHost } from "../../../src/domain/sensitive-sites";

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
      [
        "www.irs.gov",
        "www.elster.de",
        "www.impots.gouv.fr",
        "login.example.com",
        "accounts.google.com",
        "login.bankbazaar.com",
      ],
    ],
    [
      "mail in many countries",
      (
        "gmx.com poczta.onet.pl poczta.wp.pl email.seznam.cz post.cz abv.bg freemail.hu mail.ee inbox.lv messagerie.orange.fr " +
        "correo.example.es posta.example.it mail.naver.com mail.163.com mail.yahoo.co.jp rediffmail.com email.uol.com.br"
      ).split(" "),
    ],
    [
      "banks in many countries",
      (
        "nordea.fi pkobp.pl mbank.pl csas.cz otpbank.hu bcr.ro nlb.si nbg.gr swedbank.lt alfabank.ru privatbank.ua isbank.com.tr " +
        "leumi.co.il emiratesnbd.com alrajhibank.com.sa banquemisr.com fnb.co.za gtbank.com kcbgroup.com pnbindia.in hbl.com " +
        "maybank2u.com.my posb.com.sg bca.co.id bdo.com.ph vietcombank.com.vn scb.co.th chibabank.co.jp busanbank.co.kr " +
        "cebbank.com megabank.com.tw bendigobank.com.au bnz.co.nz tangerine.ca usaa.com bci.cl bancodebogota.com sicredi.com.br"
      ).split(" "),
    ],
    [
      "banks nobody has listed, by how banks call themselves",
      (
        "www.bank-of-somewhere.example.com ebanking.example.ch kreissparkasse-x.de volksbank-y.de raiffeisen-z.at www.examplebank.com " +
        "bancoexample.com.br banque-example.fr examplefcu.org example-credit-union.org onlinebanking-example.de my.first.bank"
      ).split(" "),
    ],
    [
      "health in many countries",
      (
        "1177.se helsenorge.no omakanta.fi pacjent.gov.pl luxmed.pl doctoralia.com.mx conectesus.saude.gov.br practo.com halodoc.com " +
        "haodf.com barmenia.de shop-apotheke.com zilverenkruis.nl fascicolosanitario.gov.it patient.example.org mychart.example.org"
      ).split(" "),
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
    ["central banks", ["www.ecb.europa.eu", "www.bundesbank.de", "www.worldbank.org", "www.bankofengland.co.uk"]],
    [
      "news under names of mail, banks and sign-in",
      (
        "www.thebanker.com www.bankier.pl banki.ru bankless.com thebankingscene.com www.posta.com.tr correiobraziliense.com.br " +
        "www.elcorreo.com www.washingtonpost.com outlookindia.com www.postimees.ee burbank.com bancaynegocios.com www.accountingtoday.com"
      ).split(" "),
    ],
    ["what only ends alike", ["notchase.com", "purchase.com", "mypaypal.com.example.net"]],
    ["hosts without a name", ["localhost", "192.168.0.1", ""]],
  ])("leaves alone %s", (_, hosts) => {
    expect(hosts.filter(isSensitiveHost)).toEqual([]);
  });

  it("leaves alone every site that is on from the start", () => {
    expect(curatedSites.filter(isSensitiveHost)).toEqual([]);
  });
});

describe("isInSensitiveFolder", () => {
  it.each([
    "https://club.example.org/webmail",
    "https://example.edu/roundcube/?_task=mail",
    "https://firm.example.com/OWA/#path=/mail",
    "https://clinic.example.org/MyChart/",
    "https://sparbank.example/e-banking/login",
  ])("knows %s", (address) => {
    expect(isInSensitiveFolder(address)).toBe(true);
  });

  it.each([
    "https://news.example.org/webmail-outage-hits-thousands",
    "https://news.example.org/tech/webmail/",
    "https://news.example.org/",
    "about:blank",
    "",
  ])("leaves alone %s", (address) => {
    expect(isInSensitiveFolder(address)).toBe(false);
  });
});
