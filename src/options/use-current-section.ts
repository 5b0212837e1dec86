import { useEffect, useRef, useState } from "preact/hooks";

/**
 * The section that the reader is looking at: the last one whose heading is above the middle of the viewport's upper
 * half.
 */
export function useCurrentSection(ids: readonly string[], ready: boolean): string | null {
  const [current, setCurrent] = useState<string | null>(null);
  useEffect(() => {
    if (!ready) return;
    const look = () => {
      const sections = ids.flatMap((id) => document.getElementById(id) ?? []);
      const atEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
      const above = sections.filter((section) => section.getBoundingClientRect().top < innerHeight / 4);
      setCurrent((atEnd ? sections.at(-1) : above.at(-1))?.id ?? ids[0] ?? null);
    };
    look();
    addEventListener("scroll", look, { passive: true });
    addEventListener("resize", look, { passive: true });
    return () => {
      removeEventListener("scroll", look);
      removeEventListener("resize", look);
    };
  }, [ids, ready]);
  return current;
}

/** The list of sections to put the returned reference to; in a narrow window it scrolls to the current one's link. */
export function useInView(current: string | null) {
  const list = useRef<HTMLElement>(null);
  useEffect(() => {
    const link = list.current?.querySelector<HTMLElement>(`[href="#${current}"]`);
    // Scrolling the link into view would scroll the page as well, as its upper edge counts as covered.
    if (link) list.current?.scrollTo({ left: link.offsetLeft - (list.current.clientWidth - link.offsetWidth) / 2 });
  }, [current]);
  return list;
}
