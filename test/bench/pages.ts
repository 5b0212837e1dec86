import { COMPANIES, MENTION_FORMS, SCRAPS, SENTENCES } from "./page-text";

/** What a page of our own making must have; `mentions` of listed companies are spread evenly over its blocks. */
export interface PagePlan {
  readonly name: string;
  readonly elements: number;
  /** Characters of visible text. */
  readonly characters: number;
  readonly mentions: number;
  /** Which company is named first; the others follow in turn. */
  readonly firstMention?: number;
}

/** The three sizes every figure is taken at: a plain article, a typical news page, the largest pages met. */
export const SIZES: readonly PagePlan[] = [
  { name: "2k", elements: 2_000, characters: 15_000, mentions: 20 },
  { name: "10k", elements: 10_000, characters: 75_000, mentions: 50 },
  { name: "36k", elements: 36_000, characters: 360_000, mentions: 200 },
];

/** Articles of news say when they were published; a reader reads those of yesterday. */
const PUBLISHED = new Date(Date.now() - 86_400_000).toISOString();
const ELEMENTS_PER_TEASER = 8;
const ELEMENTS_PER_PARAGRAPH = 3;
const SENTENCES_PER_PARAGRAPH = 4;

/**
 * The page as HTML: paragraphs with links inside, and teasers as
 * menus and side columns have them. Same plan and day, same page.
 */
export function writePage(plan: PagePlan): string {
  const { teasers, paragraphs } = shares(plan);
  const mentionAt = spread(plan.mentions, paragraphs + teasers);
  let mention = plan.firstMention ?? 0;
  const mentionsIn = (block: number): string[] =>
    Array.from({ length: mentionAt(block) }, () => {
      const company = at(COMPANIES, mention);
      const form = at(MENTION_FORMS, Math.floor(mention / COMPANIES.length));
      mention += 1;
      return form(company);
    });
  // Blocks alternate, so that mentions stand in prose and in teasers alike at every height of the page.
  const blocks: string[] = [];
  let prose = 0;
  for (let block = 0; block < paragraphs + teasers; block += 1) {
    const isProse = Math.floor(((block + 1) * paragraphs) / (paragraphs + teasers)) > prose;
    if (isProse) prose += 1;
    blocks.push(isProse ? paragraph(block, mentionsIn(block)) : teaser(block, mentionsIn(block)));
  }
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${plan.name}</title><meta property="article:published_time" content="${PUBLISHED}"><style>${STYLE}</style></head><body><header id="pulse">Daily page</header><main>${blocks.join("\n")}</main></body></html>`;
}

/** A page of `textNodes` text nodes, for the growth of cost with length. */
export function growthPlan(textNodes: number): PagePlan {
  const teasers = textNodes / 5;
  const characters = teasers * averageTeaser() + (teasers / 8) * averageParagraph();
  return {
    name: `${textNodes / 1000}k text nodes`,
    elements: Math.round(teasers * ELEMENTS_PER_TEASER + (teasers / 8) * ELEMENTS_PER_PARAGRAPH),
    characters: Math.round(characters),
    mentions: Math.round(textNodes / 200),
  };
}

const STYLE = `body{margin:0 auto;max-width:60rem;font:16px/1.5 serif}main{display:grid;grid-template-columns:repeat(3,1fr);gap:8px}
p{grid-column:1/-1;margin:0}.teaser{padding:4px;border:1px solid #ddd}.meta{color:#666;font-size:12px}`;

function paragraph(block: number, mentions: readonly string[]): string {
  const sentences = Array.from({ length: SENTENCES_PER_PARAGRAPH }, (_, index) => at(SENTENCES, block * 3 + index));
  const words = at(SENTENCES, block).split(" ");
  const link = `<a href="#${block}">${words.slice(0, 4).join(" ")}</a> <em>${words.slice(4).join(" ")}</em>`;
  const named = mentions.map((name) => `Shares of ${name} were little changed.`);
  return `<p>${[...sentences.slice(1), link, ...named].join(" ")}</p>`;
}

function teaser(block: number, mentions: readonly string[]): string {
  const title = [at(SCRAPS, block), ...mentions].join(" · ");
  return `<div class="teaser"><div><a href="#${block}"><span>${title}</span></a></div><div class="meta"><span>${at(SCRAPS, block + 7)}</span><time>${block % 24}:${10 + (block % 50)}</time><i></i></div></div>`;
}

/** How many teasers and paragraphs give the planned elements and characters. */
function shares({ elements, characters }: PagePlan): { teasers: number; paragraphs: number } {
  const perElement = averageTeaser() / ELEMENTS_PER_TEASER;
  const paragraphs = Math.max(
    1,
    Math.round((characters - elements * perElement) / (averageParagraph() - ELEMENTS_PER_PARAGRAPH * perElement)),
  );
  const teasers = Math.max(1, Math.round((elements - paragraphs * ELEMENTS_PER_PARAGRAPH) / ELEMENTS_PER_TEASER));
  return { teasers, paragraphs };
}

function averageTeaser(): number {
  return 2 * average(SCRAPS) + 5;
}

function averageParagraph(): number {
  return SENTENCES_PER_PARAGRAPH * (average(SENTENCES) + 1);
}

function average(texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
}

/** How many of `count` things fall on each of `places` places, evenly. */
function spread(count: number, places: number): (place: number) => number {
  return (place) => Math.floor(((place + 1) * count) / places) - Math.floor((place * count) / places);
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("an empty table");
  return item;
}
