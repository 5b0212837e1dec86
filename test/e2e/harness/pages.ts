/** A curated news host: the shipped permissions are the ones at work. */
export const NEWS = "https://www.reuters.com";

/** A page around `body` that remembers its own markup as it was before anybody else came. */
export function newsPage(body: string): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>News</title>
<style>body { margin: 40px; font: 18px/1.6 sans-serif } p { max-width: 40em }</style></head>
<body>${body}
<script>var markupAtFirst = document.documentElement.outerHTML;</script></body></html>`;
}

/** Every form of evidence for one listing, and the words that must not be taken for one. */
export const ALIBABA = newsPage(`
<h1>A slow day for Alibaba</h1>
<p id="paren">Alibaba Group Holding Ltd. (BABA) closed lower on Tuesday while the S&amp;P 500 rose.</p>
<p id="cashtag">Traders of $BABA were calm, and AI was on every slide.</p>
<p id="exchange">The American shares (NYSE: BABA) hardly moved after hours; OpenAI said nothing about AI.</p>
<p id="link">In New York <a href="https://finance.yahoo.com/quote/BABA">Alibaba shares</a> were steady.</p>
<p id="bare">A look at BABA before the report.</p>
<p id="name">Analysts expect that Alibaba will spend more.</p>
<p id="others">Google, Microsoft, Meta, Baidu and Tencent build AI too. IT budgets are tight for ALL of them NOW.</p>`);
